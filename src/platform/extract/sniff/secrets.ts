import type { PageText } from '../../../engine/ports/extractor.ts';
import { endingOf } from '../../../shared/file-ending.ts';
import type { Secret } from '../../../shared/vocabulary/secrets.ts';
import { charactersOf, hasAscii, hasBytes } from '../encoding/bytes.ts';

/** A key in PEM (RFC 7468), also inside JSON, with some of the key: who only writes about keys has none. */
const PEM =
  /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\r?\n|\\n)[\w+/=:., \r\n\\-]{40}/;
/** The same in the text of a document, whose lines may have become paragraphs or gone: so much of a key stands in one piece. */
const PEM_IN_TEXT =
  /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----\s{1,20}(?:[A-Za-z-]{1,30}: [^\n]{0,100}\n\s{0,20}){0,5}[A-Za-z0-9+/=]{40}/;
/** Lines of a page among which columns of logins are looked for. */
const MAX_LINES = 300;
/** What password managers and browsers call the columns of their exports. */
const PASSWORD_COLUMN = /^(?:login_)?(?:password|passwort)$/;
const LOGIN_COLUMN =
  /^(?:url|website|web site|login_uri|username|user name|login name|login_username|benutzername)$/;
/** Settings of a program that are nobody else's business, with a value. */
const SECRET_SETTING =
  /^(?:export )?[A-Z0-9_]{0,60}(?:SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY)[A-Z0-9_]{0,60}[ \t]{0,9}=[ \t]{0,9}\S{8}/m;
const KEY_STORE_ENDING = /^(?:p12|pfx)$/;

/** What a file holds that its owner would hardly show to all: told by its beginning, so that it can be asked about. */
export function secretIn(head: Uint8Array, name: string): Secret | undefined {
  const ending = endingOf(name);
  if (hasBytes(head, [0x03, 0xd9, 0xa2, 0x9a])) return 'passwords'; // KeePass
  if (hasBytes(head, [0xfe, 0xed, 0xfe, 0xed])) return 'private-key'; // Java's key store
  if (KEY_STORE_ENDING.test(ending) && head[0] === 0x30) return 'private-key'; // PKCS #12
  if (hasAscii(head, 'PuTTY-User-Key-File-')) return 'private-key';
  const text = charactersOf(head);
  if (PEM.test(text)) return 'private-key';
  if (isPasswordList(text.slice(0, 2_000))) return 'passwords';
  return ending === 'env' && SECRET_SETTING.test(text) ? 'passwords' : undefined;
}

/** The same of what a document says, page by page: a key in a mail, logins in a sheet or a table. */
export function secretInPages(pages: readonly PageText[]): Secret | undefined {
  const texts = pages.flatMap(({ text, hiddenText = '' }) => [text, hiddenText]);
  if (texts.some((text) => text.includes('-----BEGIN ') && PEM_IN_TEXT.test(text))) return 'private-key';
  return texts.some(hasLogins) ? 'passwords' : undefined;
}

/** Whether a row names columns of logins, and the next one has as many. */
function hasLogins(text: string): boolean {
  const lines = text.split('\n', MAX_LINES);
  return lines.some((line, at) => {
    const next = lines[at + 1] ?? '';
    return line.includes('\t') && next.split('\t').length >= 3 && isPasswordList(line.trim());
  });
}

/** Whether the first line names columns of logins. */
function isPasswordList(start: string): boolean {
  const [line = ''] = start.replace(/^\u00ef\u00bb\u00bf/, '').split(/\r?\n/, 1);
  const columns = line.split(/[,;\t]/).map((column) => column.replaceAll('"', '').trim().toLowerCase());
  const hasPassword = columns.some((column) => PASSWORD_COLUMN.test(column));
  return columns.length >= 3 && hasPassword && columns.some((column) => LOGIN_COLUMN.test(column));
}
