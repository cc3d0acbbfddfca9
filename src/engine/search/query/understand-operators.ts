import type { AssetSummary } from '../../../contract/assets.ts';
import { type Says, says } from '../../../shared/says/says.ts';
import type { SearchWords } from '../words/search-words.ts';
import { type Choice, choicesOf } from './choices.ts';
import { type Field, toldOperator } from './operators.ts';
import { type OperatorPart, type TypedValue, withoutParts, written } from './read-query.ts';
import { resolveValue } from './resolve-value.ts';

/** What the operators of a query ask for. */

/** Something that an asset must fulfil. */
export type Restriction = {
  /** As people read it: `Stage: Decision`, `Not stale`. */
  readonly says: Says;
  /** The query without it. */
  readonly without: string;
  readonly test: (asset: AssetSummary) => boolean;
};

/** An operator as it was understood. */
type UnderstoodOperator = {
  readonly says: Says;
  readonly negated: boolean;
  readonly without: string;
  readonly field?: Field;
  readonly ids?: readonly string[];
};

/** A part that could not be understood: told with the query that may have been meant. */
type Doubt = {
  readonly told: Says;
  readonly mend?: { readonly says: Says; readonly query: string };
};

export type UnderstoodOperators = {
  readonly restrictions: readonly Restriction[];
  readonly understood: readonly UnderstoodOperator[];
  readonly doubts: readonly Doubt[];
  /** Statuses that are asked for by name. */
  readonly states: ReadonlySet<AssetSummary['state']>;
};

type Read = { readonly part: OperatorPart; readonly choices: readonly Choice[] };

/**
 * Operators hold together; the values of one, and the same operator twice, are alternatives (but `is:`, whose states are different
 * things, and what is negated). A value that nothing has is left out and told.
 */
export function understandOperators(
  text: string,
  parts: readonly OperatorPart[],
  words: SearchWords,
  now: number,
): UnderstoodOperators {
  const doubts: Doubt[] = [];
  const read: Read[] = [];
  for (const part of parts) {
    const choices = choicesOf(part.field, words, now);
    const meant: Choice[] = [];
    for (const value of part.values) {
      const resolved = resolveValue(value.text, choices);
      if (resolved.found === undefined)
        doubts.push(doubtOf({ text, part, words }, value, choices, resolved.near));
      else meant.push(...resolved.found);
    }
    if (meant.length > 0) read.push({ part, choices: meant });
  }
  const states = read.flatMap(({ part, choices }) =>
    part.negated ? [] : choices.flatMap(({ state }) => state ?? []),
  );
  return {
    restrictions: together(read).flatMap((group) => restrictionOf(text, group, words)),
    understood: read.map((one) => ({
      says: askedBy(one.part, one.choices, words),
      negated: one.part.negated,
      without: withoutParts(text, [one.part]),
      field: one.part.field,
      ids: one.choices.map(({ id }) => id),
    })),
    doubts,
    states: new Set(states),
  };
}

/** Operators that are alternatives side by side. */
function together(read: readonly Read[]): Read[][] {
  const groups: Read[][] = [];
  const byField = new Map<Field, Read[]>();
  for (const one of read) {
    const { field, negated } = one.part;
    const known = negated || field === 'is' ? undefined : byField.get(field);
    if (known !== undefined) known.push(one);
    else {
      const group = [one];
      groups.push(group);
      if (!negated) byField.set(field, group);
    }
  }
  return groups;
}

function restrictionOf(text: string, group: readonly Read[], words: SearchWords): Restriction[] {
  const [first] = group;
  if (first === undefined) return [];
  const choices = group.flatMap((one) => one.choices);
  const parts = group.map(({ part }) => part);
  const test: Restriction['test'] = (asset) =>
    choices.some((choice) => choice.test(asset)) !== first.part.negated;
  return [{ says: askedBy(first.part, choices, words), without: withoutParts(text, parts), test }];
}

function askedBy({ field: of, negated }: OperatorPart, choices: readonly Choice[], words: SearchWords): Says {
  const field = toldOperator(of, words);
  const byName = new Map(choices.map((choice) => [choice.name, choice.says]));
  return says(negated ? 'search.not-asked' : 'search.asked', { field, values: [...byName.values()] });
}

const MOST_LISTED = 6;

type Doubted = { readonly text: string; readonly part: OperatorPart; readonly words: SearchWords };

function doubtOf(
  { text, part, words }: Doubted,
  value: TypedValue,
  choices: readonly Choice[],
  near: Choice | undefined,
): Doubt {
  const unknown = { field: toldOperator(part.field, words), value: shortened(value.text) };
  if (near !== undefined) {
    const query = `${text.slice(0, value.from)}${written(near.written)}${text.slice(value.to)}`;
    const told = says('search.unknown-value-near', { ...unknown, near: near.says });
    return { told, mend: { says: near.says, query } };
  }
  const names = choices.map((choice) => choice.says);
  if (names.length === 0) return { told: says('search.unknown-value', unknown) };
  return names.length <= MOST_LISTED
    ? { told: says('search.unknown-value-all', { ...unknown, names }) }
    : { told: says('search.unknown-value-some', { ...unknown, names: names.slice(0, 3) }) };
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
