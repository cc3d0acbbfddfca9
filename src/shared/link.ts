import { idPattern, isKitRow } from './vocabulary/ids.ts';
import { wellFormed } from './well-formed.ts';

/**
 * Links into Kitbag that mails, chats and other programs carry: `kitbag://asset/ID?page=7`, `kit/ID`, `request/ID`, `call/ID`, `search?q=WORDS`.
 * Anybody can write one, so a link only ever says what to show: what does not fit is left out, what is no link is none.
 */

/** The scheme, as systems register it. */
export const LINK_SCHEME = 'kitbag';
/** No link is longer; the words of a search are the longest part. */
export const LONGEST_LINK = 2000;

/** What a link leads to; `page` is 1-based. */
export type Link =
  | { readonly screen: 'asset'; readonly id: string; readonly page?: number }
  | { readonly screen: 'kit' | 'request' | 'call'; readonly id: string }
  | { readonly screen: 'search'; readonly query: string };

const IS_ID: Readonly<Record<Exclude<Link['screen'], 'search'>, (id: string) => boolean>> = {
  asset: (id) => idPattern('asset').test(id),
  kit: isKitRow,
  request: (id) => idPattern('request').test(id),
  call: (id) => idPattern('call').test(id),
};
const PAGE = /^[1-9]\d{0,5}$/u;
/** A query is a line: nothing in a link may look like more than was typed. */
const CONTROLS = /\p{Cc}+/gu;

/** Scheme, screen, id, parameters; what systems and mail programs add behind is not looked at. */
const PARTS = /^kitbag:\/\/([a-z]+)(?:\/([^/?#]*))?\/?(?:\?([^#]*))?(?:#.*)?$/iu;

/** Reads a link; undefined where it is none of ours. Systems add a slash to it, and write its screen in capitals. */
export function readLink(text: string): Link | undefined {
  const parts = text.length > LONGEST_LINK ? null : PARTS.exec(text.trim());
  if (parts === null) return undefined;
  const [, written = '', id = '', parameters = ''] = parts;
  const screen = written.toLowerCase();
  if (screen === 'search') {
    const query = (parameterIn(parameters, 'q') ?? '').replace(CONTROLS, ' ').trim();
    return id === '' && query !== '' ? { screen, query } : undefined;
  }
  if (!isOfThing(screen) || !IS_ID[screen](id)) return undefined;
  if (screen !== 'asset') return { screen, id };
  const page = parameterIn(parameters, 'page') ?? '';
  return PAGE.test(page) ? { screen, id, page: Number(page) } : { screen, id };
}

/** The first value of a parameter; undefined where it is missing or is no text. */
function parameterIn(parameters: string, name: string): string | undefined {
  const value = parameters
    .split('&')
    .map((parameter) => parameter.split('='))
    .find(([called]) => called === name)
    ?.slice(1)
    .join('=');
  try {
    return value === undefined ? undefined : decodeURIComponent(value.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Writes a link, as `readLink` reads it. */
export function writeLink(link: Link): string {
  if (link.screen === 'search')
    return `${LINK_SCHEME}://search?q=${encodeURIComponent(wellFormed(link.query))}`;
  const page = link.screen === 'asset' && link.page !== undefined ? `?page=${link.page}` : '';
  return `${LINK_SCHEME}://${link.screen}/${link.id}${page}`;
}

/** The link among the words that a start was given: the first that begins as one. */
export function linkAmong(words: readonly string[]): string | undefined {
  return words.find((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}://`));
}

function isOfThing(screen: string): screen is keyof typeof IS_ID {
  return Object.hasOwn(IS_ID, screen);
}
