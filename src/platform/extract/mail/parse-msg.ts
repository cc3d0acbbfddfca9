import type { RandomAccessFile } from '../encoding/bytes.ts';
import { decodeText } from '../encoding/decode.ts';
import { encodingOfCodePage, type TextEncoding } from '../encoding/encodings.ts';
import { encodingOf } from '../encoding/text-encoding.ts';
import { type CompoundEntry, CompoundFile } from '../package/compound-file.ts';
import { rtfText } from '../plain/read-rtf.ts';
import { decompressRtf } from './compressed-rtf.ts';
import { MAX_ATTACHMENTS, MAX_MAIL_DEPTH, type Mail, type MailAttachment, type MailBody } from './mail.ts';
import { decodeBytes } from './mime-encodings.ts';

/** Bytes of one property, and of all files of a message, that are read. */
const MAX_PROPERTY = 40 * 1024 * 1024;
const MAX_FILES = 100 * 1024 * 1024;
const MAX_RTF = 20_000_000;
const MAX_RECIPIENTS = 500;

/** Properties by their numbers (MS-OXPROPS). */
const TAG = {
  subject: '0037',
  senderName: '0c1a',
  senderAddress: '5d01',
  senderOtherAddress: '0c1f',
  to: '0e04',
  cc: '0e03',
  body: '1000',
  rtf: '1009',
  html: '1013',
  displayName: '3001',
  address: '39fe',
  otherAddress: '3003',
  file: '3701',
  shortName: '3704',
  longName: '3707',
  contentId: '3712',
} as const;
const FIXED = {
  submitted: 0x00390040,
  delivered: 0x0e060040,
  codePage: 0x3ffd0003,
  internetCodePage: 0x3fde0003,
  recipientType: 0x0c150003,
  isHidden: 0x7ffe000b,
} as const;
/** Where properties begin in a message of its own, in one within another, and in an attachment or a recipient (MS-OXMSG, 2.4). */
const HEADER = { message: 32, inside: 24, other: 8 } as const;
/** Milliseconds from 1601, when Windows' time begins, to 1970. */
const EPOCH = 11_644_473_600_000n;

/** Reads an Outlook message (MS-OXMSG): the same that a mail of MIME says. Never throws on its account. */
export function parseMsg(file: RandomAccessFile): Mail {
  const compound = new CompoundFile(file);
  return messageOf(compound, compound.root, 'message', { depth: 0, left: MAX_FILES });
}

type Bounds = { readonly depth: number; left: number };

function messageOf(
  file: CompoundFile,
  folder: CompoundEntry,
  kind: 'message' | 'inside',
  bounds: Bounds,
): Mail {
  const store = new Properties(file, folder, HEADER[kind]);
  const sent = store.time(FIXED.submitted) ?? store.time(FIXED.delivered);
  const address = store.text(TAG.senderAddress) ?? store.text(TAG.senderOtherAddress);
  const recipients = recipientsOf(file, folder, store.encoding);
  return {
    subject: store.text(TAG.subject),
    from: person(store.text(TAG.senderName), address),
    to: recipients.to ?? store.text(TAG.to),
    cc: recipients.cc ?? store.text(TAG.cc),
    ...(sent !== undefined && { sentAt: sent, date: new Date(sent).toUTCString() }),
    body: bodyOf(store),
    attachments: attachmentsOf(file, folder, store.encoding, bounds),
  };
}

/** HTML where there is some, else plain text, else the words of Outlook's RTF. */
function bodyOf(store: Properties): MailBody[] {
  const html = store.bytes(TAG.html, '0102');
  const htmlText = html ? decodeBytes(html, undefined) : store.text(TAG.html);
  if (htmlText !== undefined && htmlText.trim() !== '') return [{ html: htmlText }];
  const text = store.text(TAG.body);
  if (text !== undefined) return [{ text }];
  const packed = store.bytes(TAG.rtf, '0102');
  const rtf = packed && decompressRtf(packed, MAX_RTF);
  return rtf === undefined ? [] : [{ text: rtfText(rtf).text }];
}

function recipientsOf(file: CompoundFile, folder: CompoundEntry, encoding: TextEncoding | undefined) {
  const all = folder.children
    .filter(({ name }) => /^__recip_version1\.0_#/i.test(name))
    .slice(0, MAX_RECIPIENTS);
  const people: { readonly type: number; readonly who: string }[] = all.flatMap((one) => {
    const store = new Properties(file, one, HEADER.other, encoding);
    const address = store.text(TAG.address) ?? store.text(TAG.otherAddress);
    const who = person(store.text(TAG.displayName), address);
    return who === undefined ? [] : [{ type: store.number(FIXED.recipientType) ?? 1, who }];
  });
  const ofType = (wanted: number) => {
    const names = people.filter(({ type }) => type === wanted).map(({ who }) => who);
    return names.length === 0 ? undefined : names.join(', ');
  };
  return { to: ofType(1), cc: ofType(2) };
}

/** Addresses of an Exchange server's own directory are nothing that people know. */
function person(name: string | undefined, address: string | undefined): string | undefined {
  const mail = address?.includes('@') ? address : undefined;
  if (name === undefined || name === mail) return mail;
  return mail === undefined ? name : `${name.replace(/^'(.*)'$/, '$1')} <${mail}>`;
}

function attachmentsOf(
  file: CompoundFile,
  folder: CompoundEntry,
  encoding: TextEncoding | undefined,
  bounds: Bounds,
): MailAttachment[] {
  const all = folder.children.filter(({ name }) => /^__attach_version1\.0_#/i.test(name));
  return all.slice(0, MAX_ATTACHMENTS).flatMap((one): MailAttachment[] => {
    const store = new Properties(file, one, HEADER.other, encoding);
    const name = store.text(TAG.longName) ?? store.text(TAG.shortName) ?? store.text(TAG.displayName);
    const inside = store.folder(TAG.file);
    if (inside && bounds.depth < MAX_MAIL_DEPTH) {
      const mail = messageOf(file, inside, 'inside', { ...bounds, depth: bounds.depth + 1 });
      return [{ name: name ?? mail.subject ?? 'message', mail }];
    }
    // Pictures that the body shows are hidden from its list.
    if (name === undefined || store.number(FIXED.isHidden) === 1) return [];
    const bytes = store.bytes(TAG.file, '0102', bounds.left);
    bounds.left -= bytes?.length ?? 0;
    return [{ name, ...(bytes && { bytes }) }];
  });
}

/** The properties of a message, recipient or attachment: those of any length are streams named by their numbers (MS-OXMSG, 2.2). */
class Properties {
  readonly encoding: TextEncoding | undefined;
  readonly #file: CompoundFile;
  readonly #streams: ReadonlyMap<string, CompoundEntry>;
  readonly #fixed: DataView | undefined;
  readonly #header: number;

  constructor(file: CompoundFile, folder: CompoundEntry, header: number, encoding?: TextEncoding) {
    this.#file = file;
    this.#header = header;
    this.#streams = new Map(folder.children.map((one) => [one.name.toLowerCase(), one]));
    const stream = this.#streams.get('__properties_version1.0');
    const fixed = stream && file.read(stream, MAX_PROPERTY);
    this.#fixed = fixed && new DataView(fixed.buffer, fixed.byteOffset, fixed.byteLength);
    const page = this.number(FIXED.codePage) ?? this.number(FIXED.internetCodePage);
    this.encoding = encoding ?? (page === undefined ? undefined : encodingOfCodePage(page));
  }

  bytes(tag: string, type: string, limit = MAX_PROPERTY): Uint8Array | undefined {
    const entry = this.#streams.get(`__substg1.0_${tag}${type}`);
    return entry && this.#file.read(entry, Math.min(limit, MAX_FILES));
  }

  folder(tag: string): CompoundEntry | undefined {
    const entry = this.#streams.get(`__substg1.0_${tag}000d`);
    return entry?.isFolder ? entry : undefined;
  }

  text(tag: string): string | undefined {
    const unicode = this.bytes(tag, '001f');
    const text = unicode ? decodeText(unicode, 'utf-16le') : this.#narrow(tag);
    const whole = text?.replaceAll('\u0000', '').trim();
    return whole === '' ? undefined : whole;
  }

  #narrow(tag: string): string | undefined {
    const bytes = this.bytes(tag, '001e');
    if (!bytes) return undefined;
    return decodeText(bytes, this.encoding ?? encodingOf(bytes, false) ?? 'windows-1252');
  }

  number(property: number): number | undefined {
    const at = this.#find(property);
    return at === undefined ? undefined : this.#fixed?.getUint32(at, true);
  }

  /** Milliseconds since 1970. */
  time(property: number): number | undefined {
    const at = this.#find(property);
    if (at === undefined || this.#fixed === undefined) return undefined;
    const time = Number(this.#fixed.getBigUint64(at, true) / 10_000n - EPOCH);
    return Math.abs(time) < 8.64e15 ? time : undefined;
  }

  /** Where a property's value of eight bytes stands. */
  #find(property: number): number | undefined {
    const view = this.#fixed;
    if (!view) return undefined;
    for (let at = this.#header; at + 16 <= view.byteLength; at += 16)
      if (view.getUint32(at, true) === property) return at + 8;
    return undefined;
  }
}
