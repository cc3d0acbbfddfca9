import { type SavedQuery, savedQuerySchema } from '../../contract/finding.ts';
import type { SharedView } from '../../contract/views.ts';
import { may } from '../../domain/people/permissions.ts';
import type { EventBody } from '../../domain/registry.ts';
import { allViews, knownView } from '../../domain/views/view-selectors.ts';
import { says } from '../../shared/says/says.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import { compareTitles } from '../search/query/ordering.ts';
import type { WithSearch } from '../search/with-search.ts';

/** More than anybody finds their way in. */
const MOST_VIEWS = 100;

type Body = EventBody<'view-defined'>;

/** The views that leads share, by name. */
export function sharedViews(replica: WithSearch): { views: SharedView[] } {
  const views = allViews(replica.catalog)
    .filter(({ retired }) => retired !== true)
    .map((body) => ({ id: body.id, name: body.name, ...queryOf(body) }))
    .sort((a, b) => compareTitles(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return { views };
}

/** Shares what the library shows. Leads only. */
export async function shareView(
  replica: WithSearch,
  { name, ...query }: SavedQuery & { readonly name: string },
): Promise<{ id: string; undo?: string }> {
  checkMayShare(replica);
  if (sharedViews(replica).views.length >= MOST_VIEWS) {
    throw invalid(says('views.too-many', { most: MOST_VIEWS }));
  }
  const { nonce, id } = mintHere(replica);
  const view = id('view');
  const undone = await replica.undos.commit([
    { kind: 'view-defined', body: { id: view, nonce, name, ...bodyOf(query) } },
  ]);
  return { id: view, ...undone };
}

/** Writes a view anew: under another name, or given up. Leads only. */
export async function changeView(
  replica: WithSearch,
  id: string,
  change: Pick<Partial<Body>, 'name' | 'retired'>,
): Promise<{ undo?: string }> {
  checkMayShare(replica);
  const known = knownView(replica.catalog, id);
  if (known === undefined || known.retired === true) throw notFound('view');
  const { nonce: _, ...body } = known;
  return replica.undos.commit([{ kind: 'view-defined', body: { ...body, ...change } }]);
}

function checkMayShare(replica: WithSearch): void {
  if (!may(replica.catalog.self().role, 'define-terms')) throw notAllowed(says('views.shared-by-lead'));
}

/** What a view looks for, as events have it: by names, so that later versions may know more of them. */
function bodyOf({ query, filters, context, sort }: SavedQuery): Omit<Body, 'id' | 'name'> {
  const { freshOnly, status, ...lists } = filters;
  return {
    query: query.trim(),
    filters: Object.entries(lists).flatMap(([of, values]) =>
      values === undefined || values.length === 0 ? [] : [{ of, values: [...values] }],
    ),
    ...(freshOnly === true && { fresh: true }),
    ...(status !== undefined && { status }),
    sort,
    ...(context.stage !== undefined && { stage: context.stage }),
    ...(context.persona !== undefined && { persona: context.persona }),
  };
}

/** The same as searches have it. What this version does not know, or what does not fit, is left out. */
function queryOf({ query, filters, fresh, status, sort, stage, persona }: Body): SavedQuery {
  const { filters: filtersOf, sort: sortOf } = savedQuerySchema.shape;
  const known = filters.flatMap(({ of, values }) => {
    const read = filtersOf.safeParse({ [of]: values });
    return read.success ? [read.data] : [];
  });
  const life = filtersOf.safeParse({ ...(fresh === true && { freshOnly: true }), ...(status && { status }) });
  const order = sortOf.safeParse(sort);
  return {
    query,
    filters: Object.assign({}, ...known, life.success ? life.data : {}),
    context: { ...(stage !== undefined && { stage }), ...(persona !== undefined && { persona }) },
    sort: order.success ? order.data : 'best',
  };
}
