import { type Says, says } from '../../shared/says/says.ts';

/** One thing that a schema found wrong with what was asked for. */
type Issue = {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
};

/** The field that an issue is about, as `set.title`; `undefined` where it is about the whole. */
export function fieldOf(issue: Issue | undefined): string | undefined {
  const path = issue?.path?.map((key) => String(typeof key === 'object' ? key.key : key)).join('.');
  return path === '' ? undefined : path;
}

/** What does not fit of what was asked for. What a schema itself says of it is for who writes programs. */
export function inputProblem(issue: Issue | undefined): Says {
  const field = fieldOf(issue);
  if (issue === undefined || field === undefined) return says('input.unknown');
  const { code, origin, maximum, minimum } = boundsOf(issue);
  if (code === 'too_big' && typeof maximum === 'number') {
    if (origin === 'string') return says('input.too-long', { field, most: maximum });
    return says(origin === 'array' ? 'input.too-many' : 'input.too-large', { field, most: maximum });
  }
  if (code === 'too_small' && typeof minimum === 'number') {
    return origin === 'number'
      ? says('input.too-small', { field, least: minimum })
      : says('input.empty', { field });
  }
  return says('input.does-not-fit', { field });
}

/** What the issues of our schemas have beside what is common to all libraries for schemas. */
function boundsOf(issue: Issue): Readonly<Record<'code' | 'origin' | 'maximum' | 'minimum', unknown>> {
  return { code: undefined, origin: undefined, maximum: undefined, minimum: undefined, ...issue };
}
