import type { PageText } from '../../../engine/ports/extractor.ts';
import type { Secret } from '../../../shared/vocabulary/secrets.ts';
import { charactersOf, type RandomAccessFile } from '../encoding/bytes.ts';
import { HiddenParts } from '../plain/hidden-html.ts';
import { htmlText } from '../plain/html-text.ts';
import { cutIntoPages, plainReading } from '../plain/read-plain.ts';
import type { Reading } from '../reading/reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { type Mail, type MailAttachment, mailFacts } from './mail.ts';
import { parseMime } from './parse-mime.ts';
import { parseMsg } from './parse-msg.ts';

/** Bytes of a mail that are read; its files take a third more room in it than they have. */
const MAX_MAIL = 100_000_000;

/** How a mail was saved; as `mhtml` browsers save a page, which nobody wrote to anybody. */
export type MailFormat = 'eml' | 'msg' | 'mhtml';

/** What was found in a document that came with a mail. */
export type Inside = { readonly pages: readonly PageText[]; readonly secret?: Secret };
/** Reads a document that came with a mail; no pages where it can't be read. */
export type ReadInside = (bytes: Uint8Array, name: string) => Promise<Inside>;

/** What is in a mail's file, and whether there was more. */
export function parseMail(file: RandomAccessFile, format: MailFormat): { mail: Mail; truncated: boolean } {
  if (format === 'msg') return { mail: parseMsg(file), truncated: false };
  const bytes = file.read(0, MAX_MAIL);
  const mail = parseMime(charactersOf(bytes));
  const { subject, sentAt, body } = mail;
  return {
    mail: format === 'mhtml' ? { subject, sentAt, body, attachments: [] } : mail,
    truncated: file.size > MAX_MAIL,
  };
}

/** Reads a mail: people, date and words, then the mails and documents that came with it, each on pages of its own. */
export async function readMail(
  { mail, truncated }: ReturnType<typeof parseMail>,
  inside: ReadInside,
  watch?: PageWatch,
): Promise<Reading> {
  const collector = new PageCollector(watch);
  const secrets: Secret[] = [];
  await addMail(mail, undefined, collector, async (bytes, name) => {
    const found = await inside(bytes, name);
    if (found.secret !== undefined) secrets.push(found.secret);
    return found;
  });
  const [secret] = secrets;
  const reading = plainReading(collector, truncated, titleOfMetadata(mail.subject));
  return {
    ...reading,
    ...(mail.sentAt === undefined ? {} : { writtenAt: mail.sentAt }),
    ...(secret === undefined ? {} : { secret }),
    ...(mail.sealed && mail.body.length === 0 ? { missing: { reason: 'encrypted', pages: 1 } } : {}),
  };
}

async function addMail(
  mail: Mail,
  name: string | undefined,
  collector: PageCollector,
  inside: ReadInside,
): Promise<void> {
  const pages = ownPages(mail);
  const parts = new HiddenParts();
  for (const [at, page] of pages.entries()) {
    const { shown, hidden } = parts.next(page);
    if (shown.trim() === '' && hidden.trim() === '') continue;
    collector.add(shown);
    collector.add(hidden, true);
    collector.endPage(labelOf(name, String(at + 1), pages.length === 1));
  }
  for (const attachment of mail.attachments) {
    if (collector.full) collector.cutOff();
    else await addAttachment(attachment, name, collector, inside);
  }
}

async function addAttachment(
  { name, bytes, mail }: MailAttachment,
  within: string | undefined,
  collector: PageCollector,
  inside: ReadInside,
): Promise<void> {
  const place = within === undefined ? name : `${within}, ${name}`;
  if (mail) return addMail(mail, place, collector, inside);
  const pages = bytes === undefined ? [] : (await inside(bytes, name)).pages;
  for (const { label, text, hidden, hiddenText } of pages) {
    collector.add(text);
    if (hiddenText !== undefined) collector.add(hiddenText, true);
    collector.endPage(labelOf(place, label, pages.length === 1), hidden);
  }
}

/** A mail's own text by page, what came with it apart; what is hidden stands in it as `HiddenParts` tells it. */
export function ownPages(mail: Mail): string[] {
  return cutIntoPages(mailText(mail));
}

/** `Prices.pptx, Slide 3`. */
function labelOf(place: string | undefined, label: string, isOnly: boolean): string {
  if (place === undefined) return label;
  return isOnly ? place : `${place}, ${label}`;
}

/** A mail as a text: its subject, who wrote it to whom and when, what it says, what came with it. */
function mailText(mail: Mail): string {
  const facts = mailFacts(mail).map(([name, value]) => `${name}: ${value}`);
  const files = mail.attachments.map(({ name }) => `Attachment: ${name}`);
  const body = mail.body.map((one) => ('html' in one ? htmlText(one.html).text : one.text).trim());
  const head = [mail.subject ?? '', ...facts].filter((line) => line !== '').join('\n');
  return [head, ...body, files.join('\n')].filter((part) => part !== '').join('\n\n');
}
