import { useQuery } from '@tanstack/react-query';
import { engine, orpc } from '../../app/engine-client.ts';
import { describeError, type WireProblem } from '../../app/wire-error.ts';
import { showError, showUndo } from '../../ui/undo-toast.ts';
import { type Facet, inputOf, movedTerms, type Term } from './terms.ts';

/** The hub's shared words, as a query with its states. */
export function useTaxonomyQuery() {
  return useQuery(orpc.taxonomy.get.queryOptions());
}

/** What can be done with the terms of one list. */
export type TermActions = {
  /** Adds or changes a term; answers what was wrong, to be shown next to the field. */
  readonly save: (
    term: Omit<Term, 'id'> & { readonly id?: string },
    before: Term | null,
  ) => Promise<WireProblem | null>;
  readonly move: (id: string, by: -1 | 1) => Promise<void>;
  readonly retire: (term: Term, retired: boolean) => Promise<void>;
};

/** Changes of terms, each undoable. */
export function useTermActions(facet: Facet, terms: readonly Term[]): TermActions {
  const define = (term: Parameters<typeof inputOf>[1]) => engine.taxonomy.define(inputOf(facet, term));
  const defineAll = async (changed: readonly Term[]) => {
    for (const term of changed) await define(term);
  };
  return {
    save: async (term, before) => {
      try {
        const { id } = await define(term);
        showUndo(
          before
            ? { message: `‘${term.name}’ changed.`, undo: () => define(before) }
            : { message: `‘${term.name}’ added.`, undo: () => define({ ...term, id, retired: true }) },
        );
        return null;
      } catch (error) {
        return describeError(error);
      }
    },
    move: (id, by) => {
      const changed = movedTerms(terms, id, by);
      const before = terms.filter((term) => changed.some((other) => other.id === term.id));
      if (changed.length === 0) return Promise.resolve();
      return defineAll(changed).then(
        () => showUndo({ id: 'taxonomy-order', message: 'Order changed.', undo: () => defineAll(before) }),
        showError,
      );
    },
    retire: (term, retired) =>
      define({ ...term, retired }).then(
        () =>
          showUndo({
            message: retired
              ? `‘${term.name}’ is retired: no longer offered, kept where it is used.`
              : `‘${term.name}’ is offered again.`,
            undo: () => define(term),
          }),
        showError,
      ),
  };
}
