import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RetirementEffect, TermUse } from '../../../contract/taxonomy.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { describeError, type WireProblem } from '../../base/wire-error.ts';
import { type Facet, inputOf, movedTerms, type Term } from './terms.ts';

/** The hub's shared words, as a query with its states. */
export function useTaxonomyQuery() {
  return useQuery(orpc.taxonomy.get.queryOptions());
}

/** How much the terms of a list are used, by their ids. */
export function useTermUses(facet: Facet): ReadonlyMap<string, TermUse> {
  const { data } = useQuery(orpc.taxonomy.usage.queryOptions());
  return useMemo(
    () => new Map((data ?? []).flatMap((use) => (use.facet === facet ? [[use.id, use] as const] : []))),
    [data, facet],
  );
}

/** What can be done with the terms of one list. */
type TermActions = {
  /** Adds or changes a term; answers what was wrong, to be shown next to the field. */
  readonly save: (
    term: Omit<Term, 'id'> & { readonly id?: string },
    before: Term | null,
  ) => Promise<WireProblem | null>;
  readonly move: (id: string, by: -1 | 1) => Promise<void>;
  /** What giving a term up would do; null where nobody can say, which was told. */
  readonly effectOf: (term: Term) => Promise<RetirementEffect | null>;
  /** Gives a term up, with one that takes its place or without. */
  readonly retire: (term: Term, successor: Term | undefined) => Promise<void>;
  readonly bringBack: (term: Term) => Promise<void>;
};

/** Changes of terms, each undoable. */
export function useTermActions(facet: Facet, terms: readonly Term[]): TermActions {
  const define = (term: Parameters<typeof inputOf>[1]) => engine.taxonomy.define(inputOf(facet, term));
  const defineAll = async (changed: readonly Term[]) => {
    const undo: (string | undefined)[] = [];
    for (const term of changed) undo.push((await define(term)).undo);
    return undo;
  };
  return {
    save: async (term, before) => {
      try {
        const { undo } = await define(term);
        showChanged({
          message: before ? t`‘${{ term: term.name }}’ changed.` : t`‘${{ term: term.name }}’ added.`,
          undo,
        });
        return null;
      } catch (error) {
        return describeError(error);
      }
    },
    move: (id, by) => {
      const changed = movedTerms(terms, id, by);
      if (changed.length === 0) return Promise.resolve();
      return defineAll(changed).then(
        (undo) => showChanged({ id: 'taxonomy-order', message: t`Order changed.`, undo }),
        showError,
      );
    },
    effectOf: (term) =>
      engine.taxonomy.retirement({ facet, id: term.id }).catch((error: unknown) => {
        showError(error);
        return null;
      }),
    retire: (term, successor) =>
      engine.taxonomy
        .retire({ facet, id: term.id, ...(successor === undefined ? {} : { successor: successor.id }) })
        .then(
          ({ undo, retagged }) =>
            showChanged({
              message:
                successor === undefined
                  ? t`‘${{ term: term.name }}’ is retired: no longer offered, kept where it is used.`
                  : retaggedSentence(term.name, retagged, successor.name),
              undo,
            }),
          showError,
        ),
    bringBack: (term) =>
      define({ ...term, retired: false }).then(
        ({ undo }) => showChanged({ message: t`‘${{ term: term.name }}’ is offered again.`, undo }),
        showError,
      ),
  };
}

function retaggedSentence(term: string, assets: number, successor: string): string {
  return plural(assets, {
    one: `‘${term}’ is retired. # asset retagged as ‘${successor}’.`,
    other: `‘${term}’ is retired. # assets retagged as ‘${successor}’.`,
  });
}
