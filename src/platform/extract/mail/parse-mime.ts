import { charactersOf } from '../encoding/bytes.ts';
import { MAX_ATTACHMENTS, MAX_MAIL_DEPTH, type Mail, type MailAttachment, type MailBody } from './mail.ts';
import { decodeBytes, decodeTransfer } from './mime-encodings.ts';
import { type MimePart, mimePart, partsOf, structuredField, textOfField } from './mime-part.ts';

/** Parts that prove who wrote a mail, which no one reads. */
const SIGNATURE = /^application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-encrypted)$/;
const SEALED = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/;

/** What was found while a mail's parts were walked. */
type Found = { readonly body: MailBody[]; readonly attachments: MailAttachment[]; sealed: boolean };

/**
 * Reads a mail as it is sent (RFC 5322, MIME: RFC 2045 to 2047, 2231), given with a character a byte. Of alternatives the richest that
 * can be shown is its body; pictures that its HTML shows are no attachments.
 */
export function parseMime(source: string, depth = 0): Mail {
  // A mailbox of one mail begins with a line of its own.
  const part = mimePart(source.replace(/^\s{0,1000}From [^\n]{0,1000}\n/, ''));
  const found: Found = { body: [], attachments: [], sealed: false };
  walk(part, depth, found);
  const date = textOfField(part, 'date');
  const sentAt = date === undefined ? Number.NaN : Date.parse(date);
  return {
    subject: textOfField(part, 'subject'),
    from: textOfField(part, 'from') ?? textOfField(part, 'sender'),
    to: textOfField(part, 'to'),
    cc: textOfField(part, 'cc'),
    date,
    sentAt: Number.isNaN(sentAt) ? undefined : sentAt,
    ...found,
  };
}

function walk(part: MimePart, depth: number, found: Found): void {
  const type = structuredField(part, 'content-type', 'text/plain');
  const boundary = type.parameters.get('boundary');
  if (SEALED.test(type.value) && type.parameters.get('smime-type') !== 'signed-data') found.sealed = true;
  if (type.value.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
    if (depth >= MAX_MAIL_DEPTH) return;
    const parts = partsOf(part.content, boundary).map(mimePart);
    if (type.value === 'multipart/alternative') walkBest(parts, depth + 1, found);
    else if (type.value === 'multipart/related') walkRelated(parts, depth + 1, found);
    else for (const one of parts) walk(one, depth + 1, found);
    return;
  }
  const disposition = structuredField(part, 'content-disposition', '');
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const isText = type.value === 'text/plain' || type.value === 'text/html';
  if (isText && disposition.value !== 'attachment' && name === undefined) {
    found.body.push(bodyOf(part, type.value, type.parameters.get('charset')));
  } else if (!SIGNATURE.test(type.value) && found.attachments.length < MAX_ATTACHMENTS) {
    const attachment = attachmentOf(part, type.value, name, depth);
    if (attachment) found.attachments.push(attachment);
  }
}

/** The last alternative is the best (RFC 2046, 5.1.4); one without words gives way to the one before. */
function walkBest(parts: readonly MimePart[], depth: number, found: Found): void {
  let best: Found | undefined;
  for (const part of parts) {
    const own: Found = { body: [], attachments: [], sealed: false };
    walk(part, depth, own);
    // An invitation stands beside the mail's words; it is a file of its own.
    found.attachments.push(...own.attachments);
    found.sealed ||= own.sealed;
    if (own.body.some(hasWords)) best = own;
  }
  if (best) found.body.push(...best.body);
}

function hasWords(body: MailBody): boolean {
  return ('html' in body ? body.html.replace(/<[^<>]{0,10000}>/g, '') : body.text).trim() !== '';
}

/** The first part is shown, with what the others bring: those that it names are no attachments. */
function walkRelated(parts: readonly MimePart[], depth: number, found: Found): void {
  for (const [at, part] of parts.entries()) {
    const isPicture = structuredField(part, 'content-type', '').value.startsWith('image/');
    const isInline = part.fields.has('content-id') || part.fields.has('content-location');
    if (at === 0 || !(isPicture || isInline)) walk(part, depth, found);
  }
}

function bodyOf(part: MimePart, mediaType: string, charset: string | undefined): MailBody {
  const bytes = decodeTransfer(part.content, part.fields.get('content-transfer-encoding') ?? '');
  const text = decodeBytes(bytes, charset);
  return mediaType === 'text/html' ? { html: text } : { text };
}

function attachmentOf(
  part: MimePart,
  mediaType: string,
  name: string | undefined,
  depth: number,
): MailAttachment | undefined {
  const encoding = part.fields.get('content-transfer-encoding') ?? '';
  if (mediaType === 'message/rfc822') {
    if (depth >= MAX_MAIL_DEPTH) return undefined;
    const source = /base64|quoted/i.test(encoding)
      ? charactersOf(decodeTransfer(part.content, encoding))
      : part.content;
    const mail = parseMime(source, depth + 1);
    return { name: name ?? mail.subject ?? mediaType, mail };
  }
  if (mediaType.startsWith('message/') || (name === undefined && mediaType.startsWith('image/')))
    return undefined;
  return { name: name ?? mediaType, bytes: decodeTransfer(part.content, encoding) };
}
