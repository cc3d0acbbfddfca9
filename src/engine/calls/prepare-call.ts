import type { CallChanges, CallDetail, CallFacts, PackItemInput } from '../../contract/calls.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { type DimensionValues, dimensionValues } from '../../shared/dimension-values.ts';
import { tidyRuns } from '../../shared/page-runs.ts';
import { says } from '../../shared/says/says.ts';
import { ID_PREFIX, newId } from '../../shared/vocabulary/ids.ts';
import { checkTerms, readableVersion, summaryOf } from '../assets/assets.ts';
import { documentKind } from '../assets/version-view.ts';
import { invalid, notFound } from '../base/refusal.ts';
import { callDetail, callOf } from './call-view.ts';
import type { KeptCall, KeptItem } from './kept-calls.ts';
import { proposePack } from './propose-pack.ts';
import type { WithCalls } from './with-calls.ts';

/** Calls are made, and changed with their packs. */

type Changed = { call: CallDetail; change: string };

/** Makes a call with the pack that is proposed for it. Throws `Refusal` where the taxonomy has not got what it names. */
export async function prepareCall(replica: WithCalls, facts: CallFacts): Promise<CallDetail> {
  checkFacts(replica, facts);
  const { clock, random } = replica.ports;
  const id = newId(ID_PREFIX.call, (count) => random.bytes(count));
  const pack = await proposePack(replica, facts);
  await replica.calls.keep({ ...facts, id, pack, madeAt: clock.now() });
  replica.reminders.look();
  return callDetail(replica, id);
}

/** Changes what is said of a call, or its pack. Throws `Refusal`; then nothing is changed. */
export async function changeCall(
  replica: WithCalls,
  input: {
    readonly call: string;
    readonly set: CallChanges;
    readonly pack?: readonly PackItemInput[] | undefined;
  },
): Promise<Changed> {
  const before = callOf(replica, input.call);
  checkFacts(replica, input.set);
  const pack = input.pack === undefined ? before.pack : packOf(replica, before, input.pack);
  return keepChanged(replica, before, { ...withChanges(before, input.set), pack });
}

/** Takes the pack that is proposed now in the place of the one that a call has. */
export async function proposeAgain(replica: WithCalls, id: string): Promise<Changed> {
  const before = callOf(replica, id);
  return keepChanged(replica, before, { ...before, pack: await proposePack(replica, before) });
}

async function keepChanged(replica: WithCalls, before: KeptCall, after: KeptCall): Promise<Changed> {
  const change = await replica.calls.change(before, after);
  replica.reminders.look();
  return { call: callDetail(replica, before.id), change };
}

function withChanges(call: KeptCall, set: CallChanges): KeptCall {
  const { title = call.title, at = call.at, account = call.account, about = call.about } = set;
  const { stage = call.stage, personas = call.personas, people = call.people } = set;
  return { ...call, title, at, account, about, stage, personas, people, ...dimensionValues(set) };
}

function checkFacts(
  replica: WithCalls,
  facts: Pick<CallChanges, 'stage' | 'personas'> & DimensionValues,
): void {
  const { stage, personas } = facts;
  checkTerms(replica, {
    ...dimensionValues(facts),
    ...(stage !== undefined && stage !== null && { stages: [stage] }),
    ...(personas !== undefined && { personas }),
  });
}

/** The items of a pack as they are kept; why they were proposed stays with them. */
function packOf(replica: WithCalls, before: KeptCall, items: readonly PackItemInput[]): KeptItem[] {
  const known = new Map(before.pack.map((item) => [item.asset, item]));
  const pack = items.map((item) => keptItem(replica, item, known.get(item.asset)));
  const seen = new Set<string>();
  for (const { asset, title } of pack) {
    if (seen.has(asset)) throw invalid(says('calls.twice-in-pack', { title }), 'pack');
    seen.add(asset);
  }
  return pack;
}

function keptItem(replica: WithCalls, item: PackItemInput, known: KeptItem | undefined): KeptItem {
  const pages = tidyRuns(item.pages ?? []);
  // What is not here any more stays as it is until somebody takes it out.
  if (known !== undefined && (item.version ?? known.version) === known.version && !differ(pages, known.pages))
    return known;
  const summary = summaryOf(replica, item.asset);
  const version = item.version ?? known?.version ?? summary.version.id;
  const { body } = readableVersion(replica, version);
  if (assetOfVersion(replica.catalog, version) !== summary.id) throw notFound('version');
  const { title } = summary;
  if (pages.length > 0 && documentKind(body.kind) !== 'pdf')
    throw invalid(says('calls.pages-of-pdf', { title }));
  if ((pages.at(-1)?.[1] ?? 0) > body.pageCount)
    throw invalid(says('calls.no-such-pages', { title, pages: body.pageCount }), 'pack');
  return { ...(known?.why !== undefined && { why: known.why }), asset: summary.id, title, version, pages };
}

function differ(one: KeptItem['pages'], other: KeptItem['pages']): boolean {
  return one.join() !== other.join();
}
