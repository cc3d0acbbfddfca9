import type { Completion } from '../../../contract/search.ts';
import { says } from '../../../shared/says/says.ts';
import { foldWord } from '../words/fold.ts';
import type { SearchWords } from '../words/search-words.ts';
import { type Choice, choicesOf } from './choices.ts';
import { FIELDS, type Field, toldOperator } from './operators.ts';
import { type OperatorPart, plainQuotes, readQuery, written } from './read-query.ts';
import { singular, wordKey } from './word-key.ts';

/** What the word at the cursor may become: an operator's values, or an operator in place of a plain word. */

const MOST_VALUES = 30;
const MOST_OFFERED = 6;
/** A plain word of this many letters may be the beginning of an operator, or of one of its values. */
const SHORTEST_FIELD = 2;
const SHORTEST_VALUE = 3;

const NOTHING: Completion = { from: 0, to: 0, options: [], asked: false };
const LETTERS = /^-?\p{L}[\p{L}\p{N}-]*$/u;

/** Completes a query at the cursor; `asked` says that an operator waits for its value (else it is an offer that nobody asked for). */
export function completeQuery(raw: string, cursor: number, words: SearchWords, now: number): Completion {
  const text = plainQuotes(raw);
  const at = Math.min(cursor, text.length);
  const part = readQuery(text.slice(0, at), words.operators).at(-1);
  if (part?.kind === 'operator') return valuesAt(text, part, at, words, now);
  if (part?.kind === 'phrase' && part.open) return NOTHING;
  const from = at - (text.slice(0, at).split(/\s/u).at(-1) ?? '').length;
  const token = text.slice(from, at);
  // In the middle of a word nothing is offered: it would be cut in two.
  if (at < text.length && !/\s/u.test(text[at] ?? '')) return NOTHING;
  if (token !== '' && token !== '-' && !LETTERS.test(token)) return NOTHING;
  return { from, to: at, options: offers(token, words, now), asked: false };
}

function valuesAt(text: string, part: OperatorPart, at: number, words: SearchWords, now: number): Completion {
  const inside = text.slice(part.from, at);
  const last = part.values.at(-1);
  const from = last !== undefined && last.to === at ? last.from : at;
  const typed = from === at ? '' : (last?.text ?? '');
  if (last !== undefined && from === at && !inside.endsWith(',')) return NOTHING; // behind a closed quotation mark
  const rest = /^[^\s,"]*"?/u.exec(text.slice(at))?.[0].length ?? 0;
  const choices = choicesOf(part.field, words, now);
  const key = wordKey(typed);
  const found = typed === '' ? choices : ranked(choices, key);
  // What is already there as a whole needs no completion.
  const done = found.length === 1 && found[0]?.names.some((name) => wordKey(name) === key) === true;
  return {
    from,
    to: at + rest,
    options: done
      ? []
      : found.slice(0, MOST_VALUES).map((choice) => valueOption(part.field, choice, text, at + rest)),
    asked: true,
  };
}

function valueOption(field: Field, choice: Choice, text: string, end: number): Completion['options'][number] {
  return {
    text: `${written(choice.written)}${text[end] === undefined ? ' ' : ''}`,
    typed: choice.name,
    says: choice.says,
    also: field === 'is' || field === 'tag' ? '' : aliasesOf(choice),
  };
}

/** What else it may be called, to be learned in passing. */
function aliasesOf({ name, names, id }: Choice): string {
  const known = new Set([wordKey(name), wordKey(id)]);
  return names
    .filter((other) => !known.has(wordKey(other)))
    .slice(0, 2)
    .join(', ');
}

/** Choices that begin with what was typed, then those with a word that does, then those that have it anywhere. */
function ranked(choices: readonly Choice[], key: string): Choice[] {
  const place = ({ names }: Choice): number => {
    const keys = names.map(wordKey);
    if (keys.some((name) => name.startsWith(key))) return 0;
    if (names.some((name) => name.split(/[\s\-_/]+/u).some((word) => wordKey(word).startsWith(key))))
      return 1;
    return key.length > 2 && keys.some((name) => name.includes(key)) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ choice, at: place(choice) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ choice }) => choice);
}

/** The operators with their names, the hub's own behind those that every hub has. */
function operatorsOf({
  dimensions,
}: SearchWords): readonly { readonly field: Field; readonly name: string }[] {
  const own = dimensions.flatMap(({ field, operator }) =>
    operator === undefined ? [] : [{ field, name: operator }],
  );
  return [...FIELDS.map((field) => ({ field, name: field })), ...own];
}

/** Operators for a plain word: those whose name it begins, and those that have a value of that name. */
function offers(token: string, words: SearchWords, now: number): Completion['options'] {
  const negated = token.startsWith('-');
  const sign = negated ? '-' : '';
  const typed = foldWord(negated ? token.slice(1) : token);
  const operators = operatorsOf(words);
  const fields = operators
    .filter(({ name }) => typed === '' || name.startsWith(typed))
    .map(({ field, name }) => ({
      text: `${sign}${name}:`,
      typed: `${sign}${name}:`,
      says: says('search.operator', { field: toldOperator(field, words) }),
      also: '',
    }));
  if (typed.length < SHORTEST_FIELD) return typed === '' ? fields : [];
  if (typed.length < SHORTEST_VALUE) return fields;
  const key = singular(wordKey(typed));
  const values = operators.flatMap(({ field, name }) =>
    field === 'tag' || field === 'owner' || field === 'file'
      ? []
      : choicesOf(field, words, now)
          .filter(({ names }) => names.some((name) => wordKey(name).startsWith(key)))
          .map((choice) => ({
            text: `${sign}${name}:${written(choice.written)} `,
            typed: `${sign}${name}:${written(choice.written)}`,
            says: choice.says,
            also: '',
          })),
  );
  return [...fields, ...values].slice(0, MOST_OFFERED);
}
