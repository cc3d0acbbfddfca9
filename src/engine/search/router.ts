import { summaryOf } from '../assets/assets.ts';
import type { Implementer } from '../base/implementer.ts';
import type { WithLanguages } from '../variants/with-variants.ts';
import type { WithSearch } from './with-search.ts';

/** Finding assets. */
export function searchRouter({ search }: Implementer, replica: () => WithSearch & WithLanguages) {
  /** What is asked for, in the languages that the person here prefers where it names none. */
  const preferring = <Input extends { readonly languages?: readonly string[] | undefined }>(
    input: Input,
  ) => ({
    ...input,
    languages: [...(input.languages ?? replica().languages.inOrder)],
  });
  return {
    find: search.find.handler(({ input, signal }) => replica().search.find(preferring(input), { signal })),
    like: search.like.handler(({ input, signal }) => {
      summaryOf(replica(), input.asset);
      return replica().search.like(preferring(input), { signal });
    }),
    why: search.why.handler(({ input }) =>
      replica().search.why(input.query, summaryOf(replica(), input.asset)),
    ),
    complete: search.complete.handler(({ input }) => replica().search.complete(input.query, input.cursor)),
    kitNames: search.kitNames.handler(({ input }) =>
      replica()
        .search.kitNames(input.query, input.limit)
        .map(({ id, name, own }) => ({ kit: id, name, own })),
    ),
    titles: search.titles.handler(({ input }) =>
      replica()
        .search.titles(input.query, preferring(input))
        .map(({ id, title, type, audience }) => ({ asset: id, title, type, audience })),
    ),
  };
}
