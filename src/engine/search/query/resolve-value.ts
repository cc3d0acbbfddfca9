import { distance } from '../words/spelling.ts';
import type { Choice } from './choices.ts';
import { singular, wordKey } from './word-key.ts';

/** Finds what a typed value means. */

/** What a value turned out to be: the choices that it may mean, or the nearest one where it means none. */
type Resolved =
  | { readonly found: readonly Choice[]; readonly exact: boolean }
  | { readonly found: undefined; readonly near: Choice | undefined };

const MOST_MISTAKES = 2;

/**
 * A name or id as a whole, else a beginning of one, else a beginning of a word within one. A beginning of several means any of them: while
 * it is being typed the result narrows.
 */
export function resolveValue(value: string, choices: readonly Choice[]): Resolved {
  const key = wordKey(value);
  const exact = choices.filter(({ names }) => names.some((name) => sameKey(wordKey(name), key)));
  if (exact.length > 0) return { found: exact, exact: true };
  for (const begins of [beginsWith, wordBeginsWith]) {
    const found = choices.filter(({ names }) => names.some((name) => begins(name, key)));
    if (found.length > 0) return { found, exact: false };
  }
  return { found: undefined, near: nearest(key, choices) };
}

function sameKey(a: string, b: string): boolean {
  return a === b || singular(a) === singular(b);
}

function beginsWith(name: string, key: string): boolean {
  return wordKey(name).startsWith(key);
}

function wordBeginsWith(name: string, key: string): boolean {
  return name.split(/[\s\-_/]+/u).some((word) => wordKey(word).startsWith(key));
}

/** The choice that somebody who mistyped may have meant: as a whole, or as far as they had typed. */
function nearest(key: string, choices: readonly Choice[]): Choice | undefined {
  let best: { readonly choice: Choice; readonly cost: number } | undefined;
  const most = key.length < 4 ? 1 : MOST_MISTAKES;
  for (const choice of choices) {
    for (const name of choice.names) {
      const whole = wordKey(name);
      const cost = Math.min(
        distance(key, whole, most) ?? Number.POSITIVE_INFINITY,
        0.5 + (distance(key, whole.slice(0, key.length), most) ?? Number.POSITIVE_INFINITY),
      );
      if (cost <= most && (best === undefined || cost < best.cost)) best = { choice, cost };
    }
  }
  return best?.choice;
}
