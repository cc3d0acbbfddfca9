import type { CheckedSend, SendHeld, SendItem } from '../../contract/sends.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { pagesText, readPages } from '../../shared/page-runs.ts';
import { says } from '../../shared/says/says.ts';
import { readableVersion, summaryOf } from '../assets/assets.ts';
import { documentKind } from '../assets/version-view.ts';
import { visibleVersions } from '../assets/versions.ts';
import { notFound } from '../base/refusal.ts';
import type { WithGate } from '../gate/with-gate.ts';

/**
 * Says of each item whether it may be sent, by the gate, and whether there is something to send: its pages, its file. Throws `Refusal` NOT_FOUND
 * for what the person here does not see.
 */
export async function checkSends(replica: WithGate, items: readonly SendItem[]): Promise<CheckedSend[]> {
  const checked: CheckedSend[] = [];
  for (const item of items) checked.push(await checkSend(replica, item));
  return checked;
}

async function checkSend(replica: WithGate, item: SendItem): Promise<CheckedSend> {
  const asset = summaryOf(replica, item.asset);
  const id = item.version ?? asset.version.id;
  const { body } = readableVersion(replica, id);
  if (assetOfVersion(replica.catalog, id) !== asset.id) throw notFound('version');
  const number = visibleVersions(replica, asset.id).find((version) => version.body.id === id)?.number ?? 1;
  const cuts = documentKind(body.kind) === 'pdf' && body.pageCount > 1;
  const away = !(await replica.ports.home.blobs.has(body.sha256));
  const pages = readPages(item.pages ?? '');
  const answer = await replica.gate.pass(replica, id, 'send');
  const held: SendHeld | undefined =
    answer.verdict === 'allowed'
      ? pagesHeld({ title: asset.title, pageCount: body.pageCount, cuts, pages, typed: item.pages ?? '' })
      : {
          code: answer.code,
          says: answer.says,
          ...('instead' in answer && answer.instead && { instead: answer.instead }),
        };
  return {
    asset: asset.id,
    version: body.id,
    title: asset.title,
    number,
    fileName: body.fileName,
    sha256: body.sha256,
    pageCount: body.pageCount,
    away,
    cuts,
    ...(pages !== undefined &&
      pages.length > 0 && { pages: pages.map(([from, to]) => [from, to] as [number, number]) }),
    ...(held && { held }),
  };
}

type Asked = {
  readonly title: string;
  readonly pageCount: number;
  readonly cuts: boolean;
  readonly pages: ReturnType<typeof readPages>;
  readonly typed: string;
};

function pagesHeld({ title, pageCount, cuts, pages, typed }: Asked): SendHeld | undefined {
  if (pages === undefined) return { code: 'pages', says: says('sends.not-pages', { text: typed }) };
  if (pages.length === 0) return undefined;
  if (!cuts) return { code: 'pages', says: says('sends.whole-only', { title }) };
  const last = pages.at(-1)?.[1] ?? 0;
  return last > pageCount
    ? { code: 'pages', says: says('sends.no-such-pages', { title, pages: pageCount }) }
    : undefined;
}

/** The pages of an item as one writes them; undefined for the whole file. */
export function pagesOf({ pages }: Pick<CheckedSend, 'pages'>): string | undefined {
  return pages === undefined ? undefined : pagesText(pages);
}
