import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { CallContext } from '../../../contract/search.ts';
import type { GoldenQuery } from '../../../contract/search-quality.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';

const none: readonly GoldenQuery[] = [];

/** The golden queries of the hub. */
export function useGoldenQueries(): readonly GoldenQuery[] {
  return useQuery(orpc.searchQuality.list.queryOptions()).data ?? none;
}

/** The golden query of these words for this call, if there is one. */
export function goldenOf(
  golden: readonly GoldenQuery[],
  query: string,
  context: CallContext,
): GoldenQuery | undefined {
  const words = query.trim().toLowerCase();
  return golden.find(
    (known) =>
      known.query.trim().toLowerCase() === words &&
      known.context.stage === context.stage &&
      known.context.persona === context.persona,
  );
}

type Change = {
  readonly query: string;
  readonly context: CallContext;
  readonly assets: readonly string[];
  readonly known: GoldenQuery | undefined;
  readonly message: string;
};

/** Writes a golden query with these right answers, retires it where none is left; either can be taken back. */
async function write({ query, context, assets, known, message }: Change): Promise<void> {
  const body = { query: query.trim().slice(0, 300), context, assets: [...assets] };
  try {
    const { id, undo } = await engine.searchQuality.define({
      ...body,
      ...(known === undefined ? {} : { id: known.id }),
      ...(assets.length === 0 ? { retired: true } : {}),
    });
    showChanged({ id: `golden-${id}`, message, undo });
  } catch (error) {
    showError(error);
  }
}

/** Says that these are right answers to a search. */
export function addAnswers(
  golden: readonly GoldenQuery[],
  query: string,
  context: CallContext,
  assets: readonly string[],
): Promise<void> {
  const known = goldenOf(golden, query, context);
  const all = [...new Set([...(known?.assets ?? []), ...assets])];
  const message = t`“${{ query: query.trim() }}” is a golden query with ${plural(all.length, { one: '# right answer', other: '# right answers' })}.`;
  return write({ query, context, assets: all, known, message });
}

/** Says that an asset is no right answer any more. */
export function removeAnswer(known: GoldenQuery, asset: string): Promise<void> {
  const left = known.assets.filter((other) => other !== asset);
  const message =
    left.length === 0
      ? t`“${{ query: known.query }}” is no longer a golden query.`
      : t`“${{ query: known.query }}” has ${plural(left.length, { one: '# right answer', other: '# right answers' })} now.`;
  return write({ ...known, assets: left, known, message });
}

/** Takes a golden query out of the runs. */
export function retireGolden(known: GoldenQuery): Promise<void> {
  return write({
    ...known,
    assets: [],
    known,
    message: t`“${{ query: known.query }}” is no longer a golden query.`,
  });
}
