import { cleanText } from '../words/fold.ts';
import type { Operators } from '../words/search-words.ts';
import { type Field, operatorNamed } from './operators.ts';

/** Cuts a query into words, phrases, what is left out, and operators. Total: every string has its parts. */

/** A value of an operator as typed, without its quotes. */
export type TypedValue = { readonly text: string; readonly from: number; readonly to: number };

type Place = { readonly from: number; readonly to: number };

/** `stage:decision`, `-tag:"old price"`, `type:faq,one-pager`. */
export type OperatorPart = Place & {
  readonly kind: 'operator';
  readonly field: Field;
  readonly negated: boolean;
  readonly values: readonly TypedValue[];
};

/** `-word`, `-"some words"`. */
export type ExcludedPart = Place & {
  readonly kind: 'excluded';
  readonly text: string;
  readonly quoted: boolean;
};

/** A part of a query; [from, to) are places in its cleaned text. */
export type QueryPart =
  | (Place & { readonly kind: 'words' })
  /** What stands between quotation marks; `open` while the second one is missing. */
  | (Place & { readonly kind: 'phrase'; readonly open: boolean })
  | ExcludedPart
  | OperatorPart;

const QUOTES = /[“”„‟«»＂]/gu;
const OPERATOR = /-?(\p{L}[\p{L}\p{N}-]*):/uy;
/** A number below zero, as it is copied from a data sheet; `-2019` leaves a year out. */
const NEGATIVE = /-(?!(?:19|20)\d\d(?![.,]?\d))\d{1,15}(?:[.,]\d{1,15})?(?=\s|$|[%‰°])/uy;
const EXCLUSION = /-(?=[\p{L}\p{N}"])/uy;
const SPACE = /\s/u;

/** A query's text as all places refer to it: clean, with one kind of quotation mark, without spaces in front. */
export function queryText(raw: string): string {
  return plainQuotes(cleanText(raw)).trimStart();
}

/** A text with one kind of quotation mark; every place in it stays where it is. */
export function plainQuotes(text: string): string {
  return text.replace(QUOTES, '"');
}

const NO_OPERATORS: Operators = new Map();

/** The parts of a cleaned query, in order; `operators`: those that the hub has besides. */
export function readQuery(text: string, operators: Operators = NO_OPERATORS): QueryPart[] {
  const parts: QueryPart[] = [];
  let words = 0;
  let at = 0;
  const endWords = (): void => {
    if (at > words) parts.push({ kind: 'words', from: words, to: at });
  };
  while (at < text.length) {
    const begins = at === 0 || SPACE.test(text[at - 1] ?? '');
    const special = begins ? (operatorAt(text, at, operators) ?? excludedAt(text, at)) : undefined;
    const part = special ?? (text[at] === '"' ? phraseAt(text, at) : undefined);
    if (part === undefined) at += 1;
    else {
      endWords();
      parts.push(part);
      at = part.to;
      words = at;
    }
  }
  endWords();
  return parts;
}

function phraseAt(text: string, from: number): QueryPart {
  const { to, open } = quotedEnd(text, from);
  return { kind: 'phrase', from, to, open };
}

function quotedEnd(text: string, from: number): { to: number; open: boolean } {
  const end = text.indexOf('"', from + 1);
  return end < 0 ? { to: text.length, open: true } : { to: end + 1, open: false };
}

function excludedAt(text: string, from: number): ExcludedPart | undefined {
  NEGATIVE.lastIndex = from;
  EXCLUSION.lastIndex = from;
  if (NEGATIVE.test(text) || !EXCLUSION.test(text)) return undefined;
  if (text[from + 1] === '"') {
    const { to, open } = quotedEnd(text, from + 1);
    return { kind: 'excluded', from, to, quoted: true, text: text.slice(from + 2, open ? to : to - 1) };
  }
  let to = from + 1;
  while (to < text.length && !SPACE.test(text[to] ?? '') && text[to] !== '"') to += 1;
  return { kind: 'excluded', from, to, quoted: false, text: text.slice(from + 1, to) };
}

/** An operator with at least one value, or one at the very end whose value is still to come: `Type: a guide` are words. */
function operatorAt(text: string, from: number, operators: Operators): OperatorPart | undefined {
  OPERATOR.lastIndex = from;
  const field = operatorNamed(OPERATOR.exec(text)?.[1] ?? '', operators);
  if (field === undefined) return undefined;
  const values: TypedValue[] = [];
  let at = text.indexOf(':', from) + 1;
  for (;;) {
    const value = valueAt(text, at);
    if (value.text.trim() !== '') values.push(value);
    at = value.end;
    if (text[at] !== ',') break;
    at += 1;
  }
  if (values.length === 0 && at < text.length) return undefined;
  return { kind: 'operator', field, negated: text[from] === '-', values, from, to: at };
}

function valueAt(text: string, from: number): TypedValue & { readonly end: number } {
  if (text[from] === '"') {
    const { to, open } = quotedEnd(text, from);
    return { text: text.slice(from + 1, open ? to : to - 1), from, to, end: to };
  }
  let to = from;
  while (to < text.length && !SPACE.test(text[to] ?? '') && text[to] !== ',' && text[to] !== '"') to += 1;
  return { text: text.slice(from, to), from, to, end: to };
}

/** A query without some of its parts, the spaces around them made one. */
export function withoutParts(text: string, parts: readonly Place[]): string {
  let result = text;
  for (const { from, to } of [...parts].sort((a, b) => b.from - a.from)) {
    const before = result.slice(0, from).trimEnd();
    const after = result.slice(to).trimStart();
    result = before === '' || after === '' ? `${before}${after}` : `${before} ${after}`;
  }
  return result;
}

/** A value as it is written in a query: in quotes where it would not hold together without. */
export function written(value: string): string {
  return /[\s",]/u.test(value) ? `"${value.replaceAll('"', ' ').trim()}"` : value;
}
