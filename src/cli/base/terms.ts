import type { ParseArgsOptionsConfig } from 'node:util';
import { type Arguments, type CommandContext, textOf } from './command.ts';
import { wrongUse } from './exit.ts';

type Facet = 'stage' | 'persona' | 'type';
type Term = { readonly id: string; readonly name: string };

const LISTS = { stage: 'stages', persona: 'personas', type: 'types' } as const;
const WORDS = { stage: 'buying stage', persona: 'persona', type: 'content type' } as const;

/** Options of commands that are about a call, or for one: its stage and its persona. */
export const CALL_OPTIONS = {
  stage: { type: 'string' },
  persona: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** Finds terms by id or exact name (whatever the case), to ids. Unknown ones are wrong use; the known ones are told. */
export class Terms {
  readonly #terms: Readonly<Record<Facet, readonly Term[]>>;

  private constructor(terms: Readonly<Record<Facet, readonly Term[]>>) {
    this.#terms = terms;
  }

  static async load({ client }: CommandContext): Promise<Terms> {
    const taxonomy = await client.taxonomy.get();
    return new Terms({
      stage: taxonomy[LISTS.stage],
      persona: taxonomy[LISTS.persona],
      type: taxonomy[LISTS.type],
    });
  }

  /** The id of a term, if there is one. */
  find(facet: Facet, text: string): string | undefined {
    const wanted = text.trim().toLowerCase();
    const terms = this.#terms[facet];
    const found =
      terms.find((term) => term.id === wanted) ?? terms.find((term) => term.name.toLowerCase() === wanted);
    return found?.id;
  }

  /** The id of a term. */
  id(facet: Facet, text: string): string {
    const found = this.find(facet, text);
    if (found !== undefined) return found;
    const known = this.#terms[facet].map((term) => term.id).join(', ');
    throw wrongUse(`There is no ${WORDS[facet]} '${text}'. Known are: ${known}.`);
  }

  /** The id of a term that may be absent. */
  optional(facet: Facet, text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.id(facet, text);
  }

  /** What {@link CALL_OPTIONS} say, as ids. */
  call(args: Arguments): { readonly stage?: string; readonly persona?: string } {
    const stage = this.optional('stage', textOf(args, 'stage'));
    const persona = this.optional('persona', textOf(args, 'persona'));
    return { ...(stage !== undefined && { stage }), ...(persona !== undefined && { persona }) };
  }

  /** The name of a term. */
  name(facet: Facet, id: string): string {
    return this.#terms[facet].find((term) => term.id === id)?.name ?? id;
  }
}
