import type { AssetSummary } from '../contract/assets.ts';
import type { Retired, RetirementEffect, RetirementInput } from '../contract/taxonomy.ts';
import { isUsable } from '../domain/asset-state.ts';
import type { TaxonomyState } from '../domain/catalog-state.ts';
import { cellKey } from '../domain/coverage.ts';
import type { AssetFields, EventDraft } from '../domain/events.ts';
import { demandOf } from '../domain/figures/demand.ts';
import { lastDays, USUAL_DAYS } from '../domain/figures/period.ts';
import { may } from '../domain/permissions.ts';
import { isClosed } from '../domain/sla.ts';
import type { TermFacet } from '../domain/synonyms.ts';
import { coverageMatrix } from './insights/numbers.ts';
import type { OpenHub } from './open-hub.ts';
import { invalid, notAllowed, notFound } from './refusal.ts';
import { listRequests } from './requests/requests.ts';
import { goldenBody, goldenQueries } from './search-quality/golden.ts';

/** Giving up a term of the taxonomy: what it would take out of coverage, said before it is done, and a successor that takes it over. */

const LISTS = { stage: 'stages', persona: 'personas', type: 'types', product: 'products' } as const;

/** How many retirements can be taken back: those that a message on the screen may still offer. */
const UNDOABLE = 20;

/** What takes back the last retirements, until the engine ends. */
export class Retirements {
  readonly #inverse = new Map<string, readonly EventDraft[]>();
  #next = 1;

  /** Keeps what takes a retirement back; answers under which name. */
  keep(drafts: readonly EventDraft[]): string {
    const name = String(this.#next);
    this.#next += 1;
    this.#inverse.set(name, drafts);
    for (const old of [...this.#inverse.keys()].slice(0, -UNDOABLE)) this.#inverse.delete(old);
    return name;
  }

  /** What takes a retirement back; once. */
  take(name: string): readonly EventDraft[] {
    const drafts = this.#inverse.get(name) ?? [];
    this.#inverse.delete(name);
    return drafts;
  }
}

/** What leaves coverage with a term. */
export function retirementEffect(hub: OpenHub, { facet, id }: RetirementInput): RetirementEffect {
  termOf(hub, facet, id);
  const period = lastDays(USUAL_DAYS, hub.ports.clock.now());
  const tagged = taggedAssets(hub, facet, id);
  const published = tagged.filter(({ state }) => isUsable(state));
  const isItsCell = (cell: { readonly stage: string; readonly persona: string }): boolean =>
    (facet === 'stage' && cell.stage === id) || (facet === 'persona' && cell.persona === id);
  const cells = coverageMatrix(hub, period).cells.filter(isItsCell);
  const demand = demandOf({ activity: hub.catalog.activity, catalog: hub.catalog.state }, period);
  return {
    assets: tagged.length,
    published: published.length,
    alone: published.filter((asset) => otherLiveTerms(hub, facet, asset, id) === 0).length,
    covered: cells.filter(({ fresh }) => fresh > 0).length,
    demand: cells.reduce((sum, { stage, persona }) => sum + (demand.get(cellKey(stage, persona)) ?? 0), 0),
    days: USUAL_DAYS,
    requests: listRequests(hub, {}).filter((request) => !isClosed(request.status) && asks(request, facet, id))
      .length,
    synonyms: synonymsOf(hub, facet, id).length,
    golden: goldenOf(hub, facet, id).length,
  };
}

/** Retires a term; with a successor, what it was for is for that one from now on. All of it in one write, which can be taken back. */
export async function retireTerm(
  hub: OpenHub,
  retirements: Retirements,
  input: RetirementInput,
): Promise<Retired> {
  const { facet, id, successor } = input;
  checkMayRetire(hub, facet);
  termOf(hub, facet, id);
  if (successor !== undefined) checkSuccessor(hub, facet, id, successor);
  const changes = [
    termChange(hub, facet, id, successor),
    ...(successor === undefined ? [] : takenOver(hub, facet, id, successor)),
  ];
  await hub.catalog.commit(changes.map(({ now }) => now));
  const retagged = changes.filter(({ now }) => now.kind === 'asset-edited').length;
  return { undo: retirements.keep(changes.map(({ before }) => before)), retagged };
}

/** Takes a retirement back, with everything that its successor took over. */
export async function undoRetirement(
  hub: OpenHub,
  retirements: Retirements,
  undo: string,
): Promise<{ restored: number }> {
  const at = hub.ports.clock.now();
  const drafts = retirements
    .take(undo)
    .map(
      (draft): EventDraft =>
        draft.kind === 'asset-edited' ? { ...draft, body: { ...draft.body, at } } : draft,
    );
  await hub.catalog.commit(drafts);
  return { restored: drafts.length };
}

/** An event, and the one that takes it back. */
type Change = { readonly now: EventDraft; readonly before: EventDraft };

function checkMayRetire(hub: OpenHub, facet: TermFacet): void {
  if (may(hub.catalog.self().role, facet === 'product' ? 'define-products' : 'define-terms')) return;
  throw notAllowed('Only content leads can retire stages, personas and types. Nothing was changed.');
}

function checkSuccessor(hub: OpenHub, facet: TermFacet, id: string, successor: string): void {
  if (successor === id || termOf(hub, facet, successor).retired === true) {
    throw invalid(`Choose another ${facet} that is in use. Nothing was changed.`, 'successor');
  }
}

function termOf(hub: OpenHub, facet: TermFacet, id: string): { readonly retired?: boolean | undefined } {
  const terms: TaxonomyState[(typeof LISTS)[TermFacet]] = hub.catalog.state.taxonomy[LISTS[facet]];
  const term = terms.get(id)?.value;
  if (term === undefined) throw notFound(facet);
  return term;
}

function termChange(hub: OpenHub, facet: TermFacet, id: string, successor: string | undefined): Change {
  const { taxonomy } = hub.catalog.state;
  const retired = <Body extends object>(body: Body) => ({
    ...body,
    retired: true,
    ...(successor === undefined ? {} : { successor }),
  });
  switch (facet) {
    case 'stage':
      return change('stage-defined', taxonomy.stages.get(id)?.value, retired);
    case 'persona':
      return change('persona-defined', taxonomy.personas.get(id)?.value, retired);
    case 'type':
      return change('type-defined', taxonomy.types.get(id)?.value, retired);
    case 'product':
      return change('product-defined', taxonomy.products.get(id)?.value, retired);
  }
}

/** An event that changes a body that is there, with the one that writes it as it was. */
function change<Kind extends EventDraft['kind'], Body extends object>(
  kind: Kind,
  body: Body | undefined,
  to: (body: Body) => Body,
): Change {
  if (body === undefined) throw notFound('term');
  // Kind and body come from the same register; the compiler can't follow that through a union.
  return { now: { kind, body: to(body) } as EventDraft, before: { kind, body } as unknown as EventDraft };
}

/** What goes over to a successor: assets, words that mean it, golden queries. What was asked for follows the term itself. */
function takenOver(hub: OpenHub, facet: TermFacet, id: string, successor: string): Change[] {
  const at = hub.ports.clock.now();
  const assets = taggedAssets(hub, facet, id).map((asset): Change => {
    const edited = (set: Partial<AssetFields>): EventDraft => ({
      kind: 'asset-edited',
      body: { asset: asset.id, set, at },
    });
    return { now: edited(retagged(asset, facet, id, successor)), before: edited(tagsOf(asset, facet)) };
  });
  const synonyms = synonymsOf(hub, facet, id).map((group) =>
    change('synonyms-defined', group, (body) => ({ ...body, means: { facet, term: successor } })),
  );
  const golden = goldenOf(hub, facet, id).map((query) =>
    change('golden-query-defined', goldenBody(query), (body) => ({ ...body, [facet]: successor })),
  );
  return [...assets, ...synonyms, ...golden];
}

function retagged(
  asset: AssetSummary,
  facet: TermFacet,
  id: string,
  successor: string,
): Partial<AssetFields> {
  // For whom an asset is must not change with its type.
  if (facet === 'type') return { type: successor, audience: asset.audience };
  const list = LISTS[facet];
  return { [list]: [...new Set(asset[list].map((term) => (term === id ? successor : term)))] };
}

function tagsOf(asset: AssetSummary, facet: TermFacet): Partial<AssetFields> {
  if (facet === 'type') return { type: asset.type, audience: asset.audience };
  const list = LISTS[facet];
  return { [list]: asset[list] };
}

function taggedAssets(hub: OpenHub, facet: TermFacet, id: string): AssetSummary[] {
  return [...hub.summaries.all().values()].filter((asset) =>
    facet === 'type' ? asset.type === id : asset[LISTS[facet]].includes(id),
  );
}

/** How many terms of the same list that are in use an asset has beside one. */
function otherLiveTerms(hub: OpenHub, facet: TermFacet, asset: AssetSummary, id: string): number {
  if (facet === 'type') return 0;
  const list = LISTS[facet];
  const terms = hub.catalog.state.taxonomy[list];
  return asset[list].filter((term) => term !== id && terms.get(term)?.value.retired !== true).length;
}

function synonymsOf(hub: OpenHub, facet: TermFacet, id: string) {
  return [...hub.catalog.state.taxonomy.synonyms.values()]
    .map(({ value }) => value)
    .filter(({ means, retired }) => retired !== true && means.facet === facet && means.term === id);
}

function goldenOf(hub: OpenHub, facet: TermFacet, id: string) {
  if (facet !== 'stage' && facet !== 'persona') return [];
  return goldenQueries(hub).filter(({ context }) => context[facet] === id);
}

function asks(
  request: {
    readonly stage?: string | undefined;
    readonly persona?: string | undefined;
    readonly type?: string | undefined;
  },
  facet: TermFacet,
  id: string,
): boolean {
  return facet !== 'product' && request[facet] === id;
}
