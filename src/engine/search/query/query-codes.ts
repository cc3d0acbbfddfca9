import { codesOf } from '../words/codes.ts';
import { preparedWithPlaces, wordsOf } from '../words/fold.ts';

/** Strings with signs in a query, such as `X-200/B` or `-40 °C`, as the index has them. */

/** How many of a query are looked for. */
const MOST_CODES = 8;

export type QueryCode = {
  /** Where it stands in the query's cleaned text; [from, to). */
  readonly from: number;
  readonly to: number;
  readonly exact: string;
  readonly others: readonly string[];
  /** Its words side by side; undefined where it has one, and of numbers. */
  readonly words?: string;
  /** Of a number of several words, what it may be instead of these apart: absent where a string is no such number. */
  readonly whole?: readonly string[];
  /** It stands at the end of what is being typed: it may go on. */
  readonly prefix: boolean;
};

/** The strings with signs of a part of a query; `last` where it is the end of what is being typed, `decimal` what parts decimals for who types. */
export function queryCodes(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  last: boolean,
  decimal?: string,
): QueryCode[] {
  const { text: prepared, places } = preparedWithPlaces(text.slice(from, to));
  const codes: QueryCode[] = [];
  for (const code of codesOf(prepared, decimal)) {
    if (codes.length === MOST_CODES) break;
    const words = Array.from(wordsOf(prepared.slice(code.from, code.to)), ({ word }) => word);
    codes.push({
      from: from + (places?.from[code.from] ?? code.from),
      to: from + (places?.to[code.to - 1] ?? code.to),
      exact: code.exact,
      others: code.others,
      ...(words.length > 1 && !code.isNumber && { words: words.join(' ') }),
      ...(words.length > 1 &&
        code.isNumber && {
          whole: [code.exact, ...code.others, ...(code.hasThousands ? [words.join(' ')] : [])],
        }),
      prefix: last && /^[^\s\p{L}\p{N}]*$/u.test(prepared.slice(code.to)),
    });
  }
  return codes;
}
