import { isWellFormed } from './well-formed.ts';

/** Nothing that Kitbag writes is nested more deeply; what is walked by recursion may not be. */
const DEEPEST_JSON = 64;

/**
 * The value of a JSON text that somebody else may have written; `undefined` for what is none, or is nested more than 64 deep, or has a number
 * beyond all numbers (`1e400`) or half a character (`"\ud800"`): whatever this gives has a canonical text and can be walked by recursion. How long
 * the text may be is for whoever reads it.
 */
export function parseBounded(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // Half characters come from escapes and from nowhere else: hardly any line has one, and there are 60,000 of them.
    return isBounded(value, DEEPEST_JSON, text.includes('\\u')) ? value : undefined;
  } catch {
    return undefined; // Half a text is an outcome here, not a defect.
  }
}

/** The same for a text that has to be an object. */
export function parseBoundedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseBounded(text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

function isBounded(value: unknown, depth: number, escapes: boolean): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return !escapes || isWellFormed(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isBounded(item, depth - 1, escapes));
  for (const key of Object.keys(value)) {
    if (escapes && !isWellFormed(key)) return false;
    if (!isBounded((value as Record<string, unknown>)[key], depth - 1, escapes)) return false;
  }
  return true;
}
