import type { AssetSummary } from '../../contract/assets.ts';
import type { CallFacts } from '../../contract/calls.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { timeZoneOf } from '../../domain/people/people-selectors.ts';
import { dayIn } from '../../shared/day.ts';
import { dimensionValues } from '../../shared/dimension-values.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { dimensionFieldsIn } from '../../shared/vocabulary/asset-fields.ts';
import { kitDetail } from '../kits/kit-detail.ts';
import { kitTemplate } from '../kits/kit-template.ts';
import type { KeptItem } from './kept-calls.ts';
import type { WithCalls } from './with-calls.ts';

/** What a call's pack begins with. */

/** More is shown to nobody in one call. */
const MOST_PROPOSED = 8;
/** How many of them are chosen by what the call is about. */
const MOST_BY_WORDS = 3;
/** Assets of the ranking that are looked at: enough to fill a pack whatever falls out. */
const MOST_RANKED = 200;
/** Texts that are looked at for the words of the call. */
const SIMILAR = 20;

type Proposal = { readonly asset: AssetSummary; readonly why: Says; readonly pages?: KeptItem['pages'] };

/**
 * The pack of a call: what the kit for its stage and personas holds; else the best of each type for them, as a kit would begin; before them what
 * speaks of what the call is about, after them what ranks first. Only what customers may see, also on the day of the call.
 */
export async function proposePack(replica: WithCalls, facts: CallFacts): Promise<KeptItem[]> {
  const shown = (asset: AssetSummary): boolean => mayBeShown(replica, asset, facts.at);
  const chosen = new Map<string, Proposal>();
  const take = (proposals: readonly Proposal[], most = MOST_PROPOSED): void => {
    let left = most;
    for (const proposal of proposals) {
      if (left === 0 || chosen.size >= MOST_PROPOSED) return;
      if (chosen.has(proposal.asset.id) || !shown(proposal.asset)) continue;
      chosen.set(proposal.asset.id, proposal);
      left -= 1;
    }
  };
  const kit = await fromKit(replica, facts);
  take(kit);
  take(await byWords(replica, facts), MOST_BY_WORDS);
  if (kit.length === 0) take(await byTemplate(replica, facts));
  take(await byRank(replica, facts));
  return [...chosen.values()].map(({ asset, why, pages = [] }) => ({
    asset: asset.id,
    title: asset.title,
    version: asset.version.id,
    pages,
    why,
  }));
}

/** Whether customers may be shown an asset on the day of the call. */
function mayBeShown(replica: WithCalls, asset: AssetSummary, at: number): boolean {
  if (asset.audience !== 'customer' || !isUsable(asset.state) || !asset.released) return false;
  return asset.expiresOn === null || asset.expiresOn >= dayIn(at, timeZoneOf(replica.catalog));
}

/** The items of the hub's kit that is made for this stage and most of these personas. */
async function fromKit(replica: WithCalls, { stage, personas }: CallFacts): Promise<Proposal[]> {
  if (stage === null) return [];
  const fitting = [...replica.kits.visible().values()]
    .map(({ summary }) => summary)
    .filter((kit) => !kit.own && isUsable(kit.state) && kit.released && kit.stages.includes(stage))
    .map((kit) => ({ kit, fit: personas.filter((persona) => kit.personas.includes(persona)).length }))
    .filter(({ fit }) => fit > 0 || personas.length === 0)
    .sort((a, b) => b.fit - a.fit || b.kit.updatedAt - a.kit.updatedAt || (a.kit.id < b.kit.id ? -1 : 1));
  const best = fitting[0]?.kit;
  if (best === undefined) return [];
  const { contents } = await kitDetail(replica, best.id);
  return contents.flatMap(({ asset, pages }) =>
    asset === null ? [] : [{ asset, pages, why: says('calls.from-kit', { kit: best.name }) }],
  );
}

async function byWords(replica: WithCalls, { title, account, about }: CallFacts): Promise<Proposal[]> {
  const words = [title, account, about].join(' ').trim();
  const similar = await replica.search.similarText(words, SIMILAR);
  return similar.flatMap(({ asset: id }) => {
    const asset = replica.summaries.seen(id);
    return asset === undefined ? [] : [{ asset, why: says('calls.speaks-of-it') }];
  });
}

async function byTemplate(replica: WithCalls, { stage, personas }: CallFacts): Promise<Proposal[]> {
  const [persona] = personas;
  if (stage === null || persona === undefined) return [];
  const { items } = await kitTemplate(replica, { stage, persona });
  return items.map(({ asset, why }) => ({ asset, why }));
}

/** By the ranking of the call; what is of the call's dimensions before what is not. */
async function byRank(replica: WithCalls, facts: CallFacts): Promise<Proposal[]> {
  const [persona] = facts.personas;
  const ranking = await replica.search.ranking({
    query: '',
    context: {
      ...(facts.stage !== null && { stage: facts.stage }),
      ...(persona !== undefined && { persona }),
    },
  });
  const wanted = dimensionValues(facts);
  const fields = dimensionFieldsIn(wanted);
  const shared = (asset: AssetSummary): number =>
    fields.filter((field) => asset[field]?.some((term) => wanted[field]?.includes(term))).length;
  return ranking
    .slice(0, MOST_RANKED)
    .map(({ asset }, at) => ({ asset, at, fit: shared(asset) }))
    .sort((a, b) => b.fit - a.fit || a.at - b.at)
    .map(({ asset }, at) => ({ asset, why: says('calls.ranked', { place: at + 1 }) }));
}
