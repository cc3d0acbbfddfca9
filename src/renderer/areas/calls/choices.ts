import type { CallContext } from '../../../contract/search.ts';
import type { Taxonomy } from '../../../contract/taxonomy.ts';

/** The keys of the choices in their order: stages first, personas after them. */
const KEYS = '1234567890abcdefghijklmnopqrstuvwxyz';

/** A stage or persona that one key chooses. */
export type Choice = {
  readonly facet: 'stage' | 'persona';
  readonly id: string;
  readonly name: string;
  /** Absent beyond the last key. */
  readonly key: string | undefined;
};

/** All stages, then all personas, each with its key. */
export function choicesOf(taxonomy: Taxonomy): readonly Choice[] {
  const stages = taxonomy.stages.filter((term) => !term.retired);
  const personas = taxonomy.personas.filter((term) => !term.retired);
  return [
    ...stages.map((term) => ({ facet: 'stage' as const, term })),
    ...personas.map((term) => ({ facet: 'persona' as const, term })),
  ].map(({ facet, term }, index) => ({ facet, id: term.id, name: term.name, key: KEYS[index] }));
}

/** The context with a choice made; the same choice again takes it back. */
export function withChoice(context: CallContext, choice: Pick<Choice, 'facet' | 'id'>): CallContext {
  const { [choice.facet]: before, ...rest } = context;
  return before === choice.id ? rest : { ...rest, [choice.facet]: choice.id };
}
