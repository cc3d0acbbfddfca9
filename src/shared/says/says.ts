import type { AllSays } from './all-says.ts';

/** What a code without values has for values. */
export type NoValues = { readonly [name in never]: never };

export type SaysCode = keyof AllSays;

/** Something to be said: a code with its values, of any area or of the codes that are named. */
export type Says<Code extends SaysCode = SaysCode> = {
  [One in Code]: { readonly code: One; readonly values: AllSays[One] };
}[Code];

/** Something to be said, of any area: by a name without arguments, as the types of the contract would be longer than the compiler writes. */
export type AnySays = { [One in SaysCode]: { readonly code: One; readonly values: AllSays[One] } }[SaysCode];

/** The values as they are given: left out where a code has none. */
type Given<Values> = keyof Values extends never ? [] : [Values];

/** Something to be said. */
export function says<Code extends SaysCode>(code: Code, ...given: Given<AllSays[Code]>): Says<Code>;
export function says(code: string, values: object = {}): object {
  return { code, values };
}

/** No path, need or list that is told is longer; and nothing that is said is said within something within so many others. */
const LONGEST = 100_000;
const MOST = 1_000;
const DEEPEST = 4;

/** Whether something that came from elsewhere is something to be said, by its form: this version need not know the code. */
export function isSays(given: unknown): given is Says {
  return isOne(given, DEEPEST);
}

function isOne(given: unknown, deep: number): boolean {
  if (deep === 0 || typeof given !== 'object' || given === null) return false;
  if (!('code' in given && typeof given.code === 'string' && given.code.length <= LONGEST)) return false;
  if (!('values' in given && typeof given.values === 'object' && given.values !== null)) return false;
  const values: readonly unknown[] = Object.values(given.values);
  return values.length <= MOST && values.every((value) => isValue(value, deep));
}

function isValue(value: unknown, deep: number): boolean {
  if (Array.isArray(value))
    return value.length <= MOST && value.every((one) => isPlain(one) || isOne(one, deep - 1));
  return isPlain(value) || isOne(value, deep - 1);
}

function isPlain(value: unknown): boolean {
  if (isNamedDimension(value)) return true;
  return typeof value === 'string' ? value.length <= LONGEST : Number.isFinite(value);
}

/** A dimension by its name, where a field or an operator is told (`told-field.ts`). */
function isNamedDimension(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('dimension' in value)) return false;
  return (
    typeof value.dimension === 'string' &&
    value.dimension.length <= LONGEST &&
    Object.keys(value).length === 1
  );
}
