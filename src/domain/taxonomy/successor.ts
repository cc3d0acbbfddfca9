import type { Register } from '../kernel/register.ts';

/** A term as its succession needs it. */
type Succeeded = { readonly retired?: boolean | undefined; readonly successor?: string | undefined };

/** The term that a retired one was given up for, over any number of steps; the term itself where there is none, or where they form a ring. */
export function successorOf(terms: ReadonlyMap<string, Register<Succeeded>>, id: string): string {
  return followed((term) => terms.get(term)?.value, id);
}

/** The same, of whatever knows terms by their ids. */
export function followed(termOf: (id: string) => Succeeded | undefined, id: string): string {
  const seen = new Set([id]);
  let at = id;
  for (;;) {
    const term = termOf(at);
    const next = term?.retired === true ? term.successor : undefined;
    if (next === undefined || termOf(next) === undefined) return at;
    if (seen.has(next)) return id;
    seen.add(next);
    at = next;
  }
}
