import type { AssetSummary } from '../../contract/assets.ts';
import type { KitDetail, KitItemView, KitSummary } from '../../contract/kits.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { knownKit, knownProposal, reviewOfKit, standingReply } from '../../domain/kits/kit-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { GUIDANCE, type Guidance } from '../../shared/vocabulary/kits.ts';
import { shownReview } from '../assets/review-view.ts';
import { insteadOf } from '../gate/instead.ts';
import { shownMember } from '../people/shown-member.ts';
import { compareTitles } from '../search/query/ordering.ts';
import type { KitData } from './kit-data.ts';
import { type StandingItem, shownAsset } from './kit-items.ts';
import { canComeOut, insteadOfKit } from './kit-life.ts';
import { kitOf } from './kit-of.ts';
import { isOwnKit, type StandingKit } from './kits.ts';
import { smartItems, smartQuery } from './smart-kit.ts';
import type { WithKits } from './with-kits.ts';

/** What is shown of kits: in lists, and of one with what it holds. */

const LAST = new Set<KitSummary['state']>(['archived', 'expired', 'recalled']);

/** The kits that the person here may see: what is put away last, by name. */
export function listKits(
  { kits, summaries }: WithKits,
  { own, holding }: { readonly own?: boolean | undefined; readonly holding?: string | undefined },
): KitSummary[] {
  const asset = holding === undefined ? undefined : summaries.seen(holding)?.id;
  const all =
    holding === undefined ? kits.visible().values() : asset === undefined ? [] : kits.holding(asset);
  return [...all]
    .map(({ summary }) => summary)
    .filter((kit) => own === undefined || kit.own === own)
    .sort(
      (a, b) =>
        Number(LAST.has(a.state)) - Number(LAST.has(b.state)) ||
        compareTitles(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** A kit with what it holds. */
export async function kitDetail(replica: WithKits, id: string): Promise<KitDetail> {
  const kit = kitOf(replica, id);
  const { data, items, summary } = kit;
  const { catalog } = replica;
  const instead = insteadOfKit(replica, summary);
  const { role, id: self } = catalog.self();
  const smart = data.fields.smart;
  const contents = smart === null ? items : await smartItems(replica, smart);
  const ratings = data.ratings
    .map(([member, rating]) => ({ by: shownMember(replica, member), mine: member === self, ...rating }))
    .sort((a, b) => b.at - a.at);
  const mine = ratings.find((rating) => rating.mine);
  return {
    ...summary,
    ...(smart !== null && { items: contents.length }),
    guidance: guidanceOf(data.fields),
    contents: await itemViews(replica, contents),
    query: smart && smartQuery(smart),
    ratings,
    ...(mine && { mine }),
    ...proposalOf(replica, data),
    ...(instead !== undefined && { instead }),
    ...reviewOf(replica, kit),
    can: {
      edit: data.own || may(role, 'publish'),
      rate: !data.own,
      propose: data.own && smart === null,
      ...canComeOut(replica, kit),
    },
  };
}

/** Its review that is under way, for those who publish. */
function reviewOf({ catalog }: WithKits, { data }: StandingKit): Pick<KitDetail, 'review'> {
  const known = maySeeUnreleased(catalog.self().role) ? knownKit(catalog, data.id) : undefined;
  const review = known && reviewOfKit(known);
  return review === undefined ? {} : { review: shownReview(catalog, review) };
}

/** What whoever runs a kit should know. */
export function guidanceOf(said: { readonly [One in Guidance]?: string | undefined }): KitDetail['guidance'] {
  return Object.fromEntries(GUIDANCE.map((one) => [one, said[one] ?? ''])) as KitDetail['guidance'];
}

/** Items as windows are told of them: of those that can't be used with what to use in their place. */
export function itemViews(replica: WithKits, items: readonly StandingItem[]): Promise<KitItemView[]> {
  return Promise.all(items.map((item) => itemView(replica, item)));
}

async function itemView(replica: WithKits, standing: StandingItem): Promise<KitItemView> {
  const { item, asset, edition, merged, version, problem } = standing;
  const isOut = problem === 'recalled' || problem === 'expired' || problem === 'archived';
  const instead = isOut && asset !== undefined ? await insteadOf(replica, asset) : undefined;
  return {
    item: item.item,
    asset: shownAsset(standing) ?? null,
    ...(edition !== undefined && asset !== undefined && { inKit: editionInKit(asset) }),
    ...(merged && { merged }),
    pages: item.pages,
    version:
      version === undefined ? null : { id: version.body.id, number: version.number, newer: version.newer },
    why: item.why,
    ...(problem !== undefined && { problem }),
    ...(instead && { instead }),
  };
}

function editionInKit({ id, title, language }: AssetSummary): NonNullable<KitItemView['inKit']> {
  return { asset: id, title, ...(language !== undefined && { language }) };
}

/** What became of one's own kit, where it was proposed. */
function proposalOf({ catalog, ownKits }: WithKits, { id }: KitData): Pick<KitDetail, 'proposal'> {
  const proposal = isOwnKit(id) ? ownKits.known(id)?.proposal : undefined;
  if (proposal === undefined) return {};
  const known = knownProposal(catalog, proposal);
  const reply = known && standingReply(known);
  return {
    proposal: {
      id: proposal,
      answer: reply?.answer ?? 'open',
      ...(reply?.kit !== undefined && { kit: reply.kit }),
      ...(reply?.reason !== undefined && { reason: reply.reason }),
    },
  };
}
