import type { AssetSummary } from '../../contract/assets.ts';
import type { RequestSummary } from '../../contract/requests.ts';
import type { Retired, RetirementEffect, RetirementInput } from '../../contract/taxonomy.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { cellKey } from '../../domain/coverage/coverage.ts';
import { lastDays, USUAL_DAYS } from '../../domain/insights/period.ts';
import { may } from '../../domain/people/permissions.ts';
import { knownTerm, synonymsInUse, type TermOf } from '../../domain/taxonomy/term-selectors.ts';
import type { PlainDraft, TermDraft, Undoable } from '../../domain/undo/reversals.ts';
import { LONGEST_SYNONYM, MOST_SYNONYMS } from '../../shared/limits.ts';
import { says } from '../../shared/says/says.ts';
import { type DimensionField, isDimensionField, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { isClosed } from '../../shared/vocabulary/requests.ts';
import { type AnyFacet, fieldOfFacet, type TermFacet, toldFacet } from '../../shared/vocabulary/taxonomy.ts';
import { editing } from '../assets/assets.ts';
import { attributeValues } from '../assets/attribute-values.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import { demandIn } from '../insights/facts/facts.ts';
import { coverageCells } from '../insights/numbers.ts';
import { listRequests } from '../requests/requests.ts';
import { goldenBody, goldenQueries } from '../search-quality/golden.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';

/** Giving up a term of the taxonomy: what it would take out of coverage, said before it is done, and a successor that takes it over. */

/** What leaves coverage with a term. */
export function retirementEffect(
  replica: WithSearchQuality,
  { facet, id }: RetirementInput,
): RetirementEffect {
  termOf(replica, facet, id);
  const period = lastDays(USUAL_DAYS, replica.ports.clock.now());
  const tagged = taggedAssets(replica, facet, id);
  const published = tagged.filter(({ state }) => isUsable(state));
  const isItsCell = (cell: { readonly stage: string; readonly persona: string }): boolean =>
    (facet === 'stage' && cell.stage === id) || (facet === 'persona' && cell.persona === id);
  const cells = Array.from(coverageCells(replica, period)).filter(isItsCell);
  const demand = demandIn(replica, period);
  return {
    assets: tagged.length,
    published: published.length,
    alone: published.filter((asset) => otherLiveTerms(replica, facet, asset, id) === 0).length,
    covered: cells.filter(({ fresh }) => fresh > 0).length,
    demand: cells.reduce((sum, { stage, persona }) => sum + (demand.get(cellKey(stage, persona)) ?? 0), 0),
    days: USUAL_DAYS,
    requests: listRequests(replica, {}).filter(
      (request) => !isClosed(request.status) && asks(request, facet, id),
    ).length,
    synonyms: synonymsOf(replica, facet, id).length,
    golden: goldenOf(replica, facet, id).length,
  };
}

/** Retires a term; with a successor, what it was for is for that one from now on. All of it in one write, which can be taken back. */
export async function retireTerm(replica: WithSearchQuality, input: RetirementInput): Promise<Retired> {
  const { facet, id, successor } = input;
  checkMayRetire(replica, facet);
  termOf(replica, facet, id);
  if (successor !== undefined) {
    checkSuccessor(replica, facet, id, successor);
    checkMayPassOn(replica, facet, id);
  }
  const changes = [
    termChange(replica, facet, id, successor),
    ...(successor === undefined ? [] : takenOver(replica, facet, id, successor)),
  ];
  const undone = await replica.undos.commit(changes);
  const retagged = changes.filter((change) => 'draft' in change).length;
  return { ...undone, retagged };
}

/** Refuses whoever may not change the terms of a list. */
export function checkMayRetire(replica: WithSearchQuality, facet: AnyFacet): void {
  if (may(replica.catalog.self().role, facet === 'product' ? 'define-products' : 'define-terms')) return;
  throw notAllowed(says('taxonomy.retired-by-lead'));
}

function checkSuccessor(replica: WithSearchQuality, facet: AnyFacet, id: string, successor: string): void {
  if (successor === id || termOf(replica, facet, successor).retired === true) {
    throw invalid(says('taxonomy.another-successor', { facet: toldFacet(facet) }), 'successor');
  }
}

/** The words that mean a product are its leads': who may only give the product up would hand over half of it. */
function checkMayPassOn(replica: WithSearchQuality, facet: AnyFacet, id: string): void {
  if (may(replica.catalog.self().role, 'define-terms') || synonymsOf(replica, facet, id).length === 0) return;
  throw notAllowed(says('taxonomy.synonyms-passed-on-by-lead', { facet: toldFacet(facet) }));
}

function termOf(
  replica: WithSearchQuality,
  facet: AnyFacet,
  id: string,
): { readonly retired?: boolean | undefined } {
  const term = knownTerm(replica.catalog, facet, id);
  if (term === undefined) throw notFound(toldFacet(facet));
  return term;
}

function termChange(
  replica: WithSearchQuality,
  facet: AnyFacet,
  id: string,
  successor: string | undefined,
): TermDraft {
  const retired = <Facet extends AnyFacet>(of: Facet): TermOf<Facet> => {
    const body = knownTerm(replica.catalog, of, id);
    if (body === undefined) throw notFound(toldFacet(of));
    return { ...body, retired: true, ...(successor === undefined ? {} : { successor }) };
  };
  if (isDimensionField(facet)) return { kind: 'dimension-term-defined', body: retired(facet) };
  switch (facet as TermFacet) {
    case 'stage':
      return { kind: 'stage-defined', body: retired('stage') };
    case 'persona':
      return { kind: 'persona-defined', body: retired('persona') };
    case 'type':
      return { kind: 'type-defined', body: retired('type') };
    case 'product':
      return { kind: 'product-defined', body: retired('product') };
  }
}

/** What goes over to a successor: assets, words that mean it, golden queries. What was asked for follows the term itself. */
function takenOver(
  replica: WithSearchQuality,
  facet: AnyFacet,
  id: string,
  successor: string,
): (PlainDraft | Undoable)[] {
  const assets = taggedAssets(replica, facet, id).map((asset) => {
    return editing(replica, asset.id, retagged(asset, facet, id, successor));
  });
  const synonyms = isDimensionField(facet)
    ? withWords(replica, facet, id, successor)
    : groupsFor(replica, facet as TermFacet, id, successor);
  const golden = goldenOf(replica, facet, id).map(
    (query): PlainDraft => ({
      kind: 'golden-query-defined',
      body: { ...goldenBody(query), [facet]: successor },
    }),
  );
  return [...assets, ...synonyms, ...golden];
}

/** The groups of synonyms of a term, for its successor. */
function groupsFor(
  replica: WithSearchQuality,
  facet: TermFacet,
  id: string,
  successor: string,
): PlainDraft[] {
  return synonymsOf(replica, facet, id).map((group) => ({
    kind: 'synonyms-defined',
    body: { ...group, means: { facet, term: successor } },
  }));
}

/** A term of a dimension with the name and the words of the one that it takes over: who asks by these finds it. */
function withWords(
  { catalog }: WithSearchQuality,
  facet: DimensionField,
  id: string,
  successor: string,
): PlainDraft[] {
  const [old, next] = [knownTerm(catalog, facet, id), knownTerm(catalog, facet, successor)];
  if (old === undefined || next === undefined) return [];
  const known = new Set([next.name, ...next.synonyms].map((word) => word.toLowerCase()));
  const words = [old.name, ...old.synonyms].filter(
    (word) => word.length <= LONGEST_SYNONYM && !known.has(word.toLowerCase()),
  );
  const synonyms = [...next.synonyms, ...words].slice(0, MOST_SYNONYMS);
  return [{ kind: 'dimension-term-defined', body: { ...next, synonyms } }];
}

/** An asset's terms with one in the place of another. */
export function retagged(
  asset: AssetSummary,
  facet: AnyFacet,
  id: string,
  successor: string,
): Partial<AssetFields> {
  // For whom an asset is must not change with its type.
  if (facet === 'type') return { type: successor, audience: asset.audience };
  const field = fieldOfFacet(facet);
  const terms = attributeValues(asset, field).map((term) => (term === id ? successor : term));
  return ofFields<AssetFields>([[field, [...new Set(terms)]]]);
}

/** The assets that have a term. */
export function taggedAssets(replica: WithSearchQuality, facet: AnyFacet, id: string): AssetSummary[] {
  const field = fieldOfFacet(facet);
  return [...replica.summaries.all().values()].filter((asset) => attributeValues(asset, field).includes(id));
}

/** How many terms of the same list that are in use an asset has beside one. */
function otherLiveTerms(
  replica: WithSearchQuality,
  facet: AnyFacet,
  asset: AssetSummary,
  id: string,
): number {
  if (facet === 'type') return 0;
  return attributeValues(asset, fieldOfFacet(facet)).filter(
    (term) => term !== id && knownTerm(replica.catalog, facet, term)?.retired !== true,
  ).length;
}

function synonymsOf(replica: WithSearchQuality, facet: AnyFacet, id: string) {
  return synonymsInUse(replica.catalog).filter(({ means }) => means.facet === facet && means.term === id);
}

function goldenOf(replica: WithSearchQuality, facet: AnyFacet, id: string) {
  if (facet !== 'stage' && facet !== 'persona') return [];
  return goldenQueries(replica).filter(({ context }) => context[facet] === id);
}

/** Whether a request asks for a term. */
function asks(request: RequestSummary, facet: AnyFacet, id: string): boolean {
  if (isDimensionField(facet)) return request[facet]?.includes(id) === true;
  return facet !== 'product' && request[facet as Exclude<TermFacet, 'product'>] === id;
}
