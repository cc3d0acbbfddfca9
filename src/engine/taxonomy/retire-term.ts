import type { AssetSummary } from '../../contract/assets.ts';
import type { Retired, RetirementEffect, RetirementInput } from '../../contract/taxonomy.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { cellKey } from '../../domain/coverage/coverage.ts';
import { lastDays, USUAL_DAYS } from '../../domain/insights/period.ts';
import { may } from '../../domain/people/permissions.ts';
import { TERM_LISTS } from '../../domain/taxonomy/synonyms.ts';
import { knownTerm, synonymsInUse, type TermOf } from '../../domain/taxonomy/term-selectors.ts';
import type { PlainDraft, TermDraft, Undoable } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { isClosed } from '../../shared/vocabulary/requests.ts';
import type { TermFacet } from '../../shared/vocabulary/taxonomy.ts';
import { editing } from '../assets/assets.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import { demandIn } from '../insights/facts/facts.ts';
import { coverageMatrix } from '../insights/numbers.ts';
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
  const cells = coverageMatrix(replica, period).cells.filter(isItsCell);
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

function checkMayRetire(replica: WithSearchQuality, facet: TermFacet): void {
  if (may(replica.catalog.self().role, facet === 'product' ? 'define-products' : 'define-terms')) return;
  throw notAllowed(says('taxonomy.retired-by-lead'));
}

function checkSuccessor(replica: WithSearchQuality, facet: TermFacet, id: string, successor: string): void {
  if (successor === id || termOf(replica, facet, successor).retired === true) {
    throw invalid(says('taxonomy.another-successor', { facet }), 'successor');
  }
}

/** The words that mean a product are its leads': who may only give the product up would hand over half of it. */
function checkMayPassOn(replica: WithSearchQuality, facet: TermFacet, id: string): void {
  if (may(replica.catalog.self().role, 'define-terms') || synonymsOf(replica, facet, id).length === 0) return;
  throw notAllowed(says('taxonomy.synonyms-passed-on-by-lead', { facet }));
}

function termOf(
  replica: WithSearchQuality,
  facet: TermFacet,
  id: string,
): { readonly retired?: boolean | undefined } {
  const term = knownTerm(replica.catalog, facet, id);
  if (term === undefined) throw notFound(facet);
  return term;
}

function termChange(
  replica: WithSearchQuality,
  facet: TermFacet,
  id: string,
  successor: string | undefined,
): TermDraft {
  const retired = <Facet extends TermFacet>(of: Facet): TermOf<Facet> => {
    const body = knownTerm(replica.catalog, of, id);
    if (body === undefined) throw notFound(of);
    return { ...body, retired: true, ...(successor === undefined ? {} : { successor }) };
  };
  switch (facet) {
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
  facet: TermFacet,
  id: string,
  successor: string,
): (PlainDraft | Undoable)[] {
  const assets = taggedAssets(replica, facet, id).map((asset) => {
    return editing(replica, asset.id, retagged(asset, facet, id, successor));
  });
  const synonyms = synonymsOf(replica, facet, id).map(
    (group): PlainDraft => ({
      kind: 'synonyms-defined',
      body: { ...group, means: { facet, term: successor } },
    }),
  );
  const golden = goldenOf(replica, facet, id).map(
    (query): PlainDraft => ({
      kind: 'golden-query-defined',
      body: { ...goldenBody(query), [facet]: successor },
    }),
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
  const list = TERM_LISTS[facet];
  return { [list]: [...new Set(asset[list].map((term) => (term === id ? successor : term)))] };
}

function taggedAssets(replica: WithSearchQuality, facet: TermFacet, id: string): AssetSummary[] {
  return [...replica.summaries.all().values()].filter((asset) =>
    facet === 'type' ? asset.type === id : asset[TERM_LISTS[facet]].includes(id),
  );
}

/** How many terms of the same list that are in use an asset has beside one. */
function otherLiveTerms(
  replica: WithSearchQuality,
  facet: TermFacet,
  asset: AssetSummary,
  id: string,
): number {
  if (facet === 'type') return 0;
  const list = TERM_LISTS[facet];
  return asset[list].filter(
    (term) => term !== id && knownTerm(replica.catalog, facet, term)?.retired !== true,
  ).length;
}

function synonymsOf(replica: WithSearchQuality, facet: TermFacet, id: string) {
  return synonymsInUse(replica.catalog).filter(({ means }) => means.facet === facet && means.term === id);
}

function goldenOf(replica: WithSearchQuality, facet: TermFacet, id: string) {
  if (facet !== 'stage' && facet !== 'persona') return [];
  return goldenQueries(replica).filter(({ context }) => context[facet] === id);
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
