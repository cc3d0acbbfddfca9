/** Terms in their order, and where new ones stand. */

/** Something that stands in its list. */
export type Ordered = {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly retired?: boolean | undefined;
  readonly successor?: string | undefined;
};

/** Terms in their order. */
export function inOrder<Term extends Ordered>(terms: readonly Term[]): (Term & { retired: boolean })[] {
  return terms
    .map((term) => ({ ...term, retired: term.retired ?? false }))
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

/** The place after the last one. */
export function nextOrder(known: readonly Ordered[]): number {
  let last = 0;
  for (const { order } of known) last = Math.max(last, order);
  return last + 1;
}

/** An id from a name: `Head of operations` → `head-of-operations`; numbered where it is taken; `term` for a name without Latin letters. */
export function freshId(name: string, known: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'term' : plain;
  let id = base;
  for (let number = 2; known.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
