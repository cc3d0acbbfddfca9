import type { ActivityPart } from '../activity/activity.ts';
import type { Holds } from '../kernel/holds.ts';
import { madeProposal } from '../proposals/proposal-selectors.ts';
import type { CatalogState } from '../registry.ts';
import { allMadeRequests } from '../requests/request-selectors.ts';
import { countingAnswers } from '../requests/requests.ts';
import type { Written } from './last-writes.ts';

type Catalog = Holds<CatalogState> & { readonly activity: ActivityPart };

/**
 * Who relies on what was published, and so would miss it: somebody else who has looked at it since, or who has fulfilled a request with it. Undefined
 * where nobody does, and for everything but publications. A request that was fulfilled by the publishing itself, because the file was proposed for it, is taken
 * back with it.
 */
export function usedSince(catalog: Catalog, written: Written): string | undefined {
  if (written.what !== 'publication') return undefined;
  const { asset, versions, whole } = written;
  const [first] = versions.flatMap((id) => catalog.state.assets.get(asset)?.versions.get(id) ?? []);
  const { member: author, at = 0 } = first?.value ?? {};
  const since = whole ? 0 : at;
  const looked = catalog.activity.uses.get(asset)?.members ?? new Map<string, number>();
  const other = [...looked].find(([member, last]) => member !== author && last >= since)?.[0];
  const proposals = versions.flatMap((id) => {
    const version = catalog.state.assets.get(asset)?.versions.get(id)?.value;
    return version?.proposal ?? [];
  });
  return other ?? (whole ? whoFulfilledWith(catalog, asset, { author, proposals }) : undefined);
}

function whoFulfilledWith(
  catalog: Catalog,
  asset: string,
  { author, proposals }: { readonly author: string | undefined; readonly proposals: readonly string[] },
): string | undefined {
  const proposedFor = new Set(proposals.map((id) => madeProposal(catalog, id)?.made.value.request));
  for (const request of allMadeRequests(catalog)) {
    const last = countingAnswers(request).at(-1);
    if (last?.asset !== asset || (last.member === author && proposedFor.has(request.id))) continue;
    return last.member;
  }
  return undefined;
}
