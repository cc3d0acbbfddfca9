import type { RefusalReason } from '../../../engine/ports/extractor.ts';
import { endingOf } from '../../../shared/file-ending.ts';
import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import { BINARY_SHEETS } from '../../../shared/vocabulary/old-formats.ts';
import type { Secret } from '../../../shared/vocabulary/secrets.ts';
import { isLockedEpub } from '../book/read-epub.ts';
import type { RandomAccessFile } from '../encoding/bytes.ts';
import { decodeText } from '../encoding/decode.ts';
import type { TextEncoding } from '../encoding/encodings.ts';
import { encodingOf } from '../encoding/text-encoding.ts';
import type { MailFormat } from '../mail/read-mail.ts';
import { binarySheets, type OldOffice, oldOffice } from '../old/old-office.ts';
import { isEncryptedOdf, type OdfKind } from '../opendocument/read-opendocument.ts';
import { OfficePackage } from '../package/office-package.ts';
import { DamagedZip, ZipBomb, ZipFile } from '../package/zip.ts';
import { beginsAsSubRip } from '../plain/read-captions.ts';
import { isOle, isProgram, isZip, recogniseMagic } from './magic.ts';
import { mailKind } from './mail-kind.ts';
import { isMisnamed, isRunnableName, promisesStructure } from './name-endings.ts';
import { OUTLOOK, recogniseOle } from './ole.ts';
import { secretIn } from './secrets.ts';

/** How the bytes of a recognised file are to be read. */
type Content =
  | { readonly format: 'pdf' | 'image' | 'media' | 'rtf' | 'unsupported' | 'encrypted' }
  | { readonly format: 'office'; readonly office: OfficePackage; readonly mainPart: string }
  | ({ readonly format: 'old-office' } & OldOffice)
  | { readonly format: 'opendocument'; readonly kind: OdfKind; readonly office: OfficePackage }
  | { readonly format: 'epub'; readonly office: OfficePackage }
  | { readonly format: 'mail'; readonly mail: MailFormat }
  | { readonly format: 'text' | 'svg'; readonly encoding: TextEncoding };

/** A file recognised by its content. */
export type Accepted = {
  readonly recognised: true;
  readonly kind: DocumentKind;
  readonly mediaType: string;
  readonly misnamed: boolean;
  readonly secret?: Secret;
  readonly content: Content;
};
/** A file recognised by its content, or the reason why it can't be an asset. */
type Recognition = Accepted | { readonly recognised: false; readonly reason: RefusalReason };

const SNIFFED_BYTES = 64 * 1024;
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Says what a file is. Its first 64 KB decide, with a zip's or compound file's directory; then, for text, its name. */
export function recognise(file: RandomAccessFile, name: string): Recognition {
  const head = file.read(0, SNIFFED_BYTES);
  if (head.length === 0) return refuse('empty');
  if (isProgram(head)) return refuse('not-collateral');
  if (isZip(head)) return recogniseZip(file, name);
  if (isOle(head)) return recogniseCompound(file, name);
  const magic = recogniseMagic(head);
  if (magic) return accept(magic.kind, magic.mediaType, name, { format: formatOf(magic.kind) });
  const plain = recognisePlain(file, head, name);
  const secret = secretIn(head, name);
  return plain.recognised && secret !== undefined ? { ...plain, secret } : plain;
}

/** What has no mark of its own: text of some kind, or what nobody knows. */
function recognisePlain(file: RandomAccessFile, head: Uint8Array, name: string): Recognition {
  const encoding = encodingOf(head, file.size > head.length);
  if (encoding) return recogniseText(head, encoding, name);
  if (promisesStructure(name)) return refuse('damaged');
  return accept('other', 'application/octet-stream', name, { format: 'unsupported' });
}

function refuse(reason: RefusalReason): Recognition {
  return { recognised: false, reason };
}

function accept(kind: DocumentKind, mediaType: string, name: string, content: Content): Recognition {
  return { recognised: true, kind, mediaType, misnamed: isMisnamed(name, mediaType), content };
}

function formatOf(kind: DocumentKind): 'pdf' | 'image' | 'media' | 'rtf' | 'unsupported' {
  if (kind === 'pdf' || kind === 'image') return kind;
  if (kind === 'video' || kind === 'audio') return 'media';
  return kind === 'rtf' ? 'rtf' : 'unsupported';
}

function recogniseZip(file: RandomAccessFile, name: string): Recognition {
  try {
    const office = new OfficePackage(new ZipFile(file));
    const mainPart = office.mainPart();
    const kind = mainPart === undefined ? undefined : officeKind(office, mainPart);
    const binary = mainPart === undefined || kind !== undefined ? undefined : binarySheets(office, mainPart);
    if (binary) return accept(binary.kind, BINARY_SHEETS, name, { format: 'old-office', ...binary });
    if (mainPart === undefined || kind === undefined) return recogniseOtherZip(office, name);
    const word = {
      docx: 'wordprocessingml.document',
      pptx: 'presentationml.presentation',
      xlsx: 'spreadsheetml.sheet',
    };
    return accept(kind, `${OOXML}.${word[kind]}`, name, { format: 'office', office, mainPart });
  } catch (error) {
    if (error instanceof ZipBomb) return refuse('bomb');
    if (error instanceof DamagedZip) return refuse('damaged');
    throw error;
  }
}

/** The kind by the main part's root element: content types lie more often than documents do. */
function officeKind(office: OfficePackage, mainPart: string): 'docx' | 'pptx' | 'xlsx' | undefined {
  let root: string | undefined;
  office.read(mainPart, {
    open: (name) => {
      root ??= name;
    },
    enough: () => root !== undefined,
  });
  if (root === 'document' || root === 'glossaryDocument') return 'docx';
  if (root === 'presentation') return 'pptx';
  return root === 'workbook' ? 'xlsx' : undefined;
}

function recogniseOtherZip(office: OfficePackage, name: string): Recognition {
  const { zip } = office;
  const ending = endingOf(name);
  if (zip.find('META-INF/MANIFEST.MF') && !zip.find('mimetype')) return refuse('not-collateral');
  const looksOffice = zip.find('[Content_Types].xml') !== undefined;
  if (/^(docx|docm|pptx|pptm|xlsx|xlsm)$/.test(ending) && !zip.find('xl/workbook.bin'))
    return refuse('damaged');
  const mimetype = zip.find('mimetype');
  const declared = mimetype
    ? Buffer.from(zip.read(mimetype, 200) ?? [])
        .toString('latin1')
        .trim()
    : '';
  const mediaType = /^application\/[a-z0-9.+-]+$/.test(declared)
    ? declared
    : looksOffice
      ? 'application/x-ooxml'
      : 'application/zip';
  if (mediaType === EPUB) {
    return accept(
      'epub',
      EPUB,
      name,
      isLockedEpub(office) ? { format: 'encrypted' } : { format: 'epub', office },
    );
  }
  const kind = ODF_KINDS[mediaType.replace(/-template$/, '')];
  if (kind === undefined) return accept('other', mediaType, name, { format: 'unsupported' });
  const content: Content = isEncryptedOdf(office)
    ? { format: 'encrypted' }
    : { format: 'opendocument', kind, office };
  return accept(kind, mediaType.replace(/-template$/, ''), name, content);
}

const EPUB = 'application/epub+zip';
/** OpenDocument's media types (ODF 1.3, part 2, C); those of templates say so at their end. */
const ODF_KINDS: Readonly<Record<string, OdfKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};

function recogniseCompound(file: RandomAccessFile, name: string): Recognition {
  const ole = recogniseOle(file, name);
  if (ole.content === 'installer') return refuse('not-collateral');
  if (ole.content === 'encrypted') {
    const { kind, mediaType } = ole;
    return { recognised: true, kind, mediaType, misnamed: false, content: { format: 'encrypted' } };
  }
  if (ole.mediaType === OUTLOOK) return accept('email', OUTLOOK, name, { format: 'mail', mail: 'msg' });
  const old = oldOffice(ole.mediaType, ole.compound);
  if (old) return accept(old.kind, ole.mediaType, name, { format: 'old-office', ...old });
  return accept('other', ole.mediaType, name, { format: 'unsupported' });
}

/** Markup without the declaration and the comments that it begins with. */
function afterProlog(start: string): string {
  const declared = /^<\?xml[^>]*>\s*/i.exec(start)?.[0].length ?? 0;
  let rest = start.slice(declared);
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

function recogniseText(head: Uint8Array, encoding: TextEncoding, name: string): Recognition {
  const start = decodeText(head.subarray(0, 4096), encoding).trimStart();
  if (isRunnableName(name) || start.startsWith('[Desktop Entry]') || /^#!\s*\//.test(start)) {
    return refuse('not-collateral');
  }
  const ending = endingOf(name);
  const markup = afterProlog(start);
  if (isSvg(markup)) {
    return accept('image', 'image/svg+xml', name, { format: 'svg', encoding });
  }
  const mail = mailKind(start, ending);
  if (mail === 'eml') return accept('email', 'message/rfc822', name, { format: 'mail', mail });
  if (mail === 'mhtml') return accept('html', 'multipart/related', name, { format: 'mail', mail });
  const content: Content = { format: 'text', encoding };
  const isHtml = /^<(!doctype html|html|head|body)[\s>]/i.test(markup);
  if (isHtml && !/^(md|markdown)$/.test(ending)) return accept('html', 'text/html', name, content);
  if (/^(html?|xhtml)$/.test(ending)) return accept('html', 'text/html', name, content);
  if (/^(md|markdown|mdown|mkd)$/.test(ending)) return accept('markdown', 'text/markdown', name, content);
  const { kind, mediaType } = otherText(start, markup, ending);
  return accept(kind, mediaType, name, content);
}

function isSvg(markup: string): boolean {
  if (/^<(?:[\w-]{1,40}:)?svg[\s>]/i.test(markup)) return true;
  return /^<!DOCTYPE (?:[\w-]{1,40}:)?svg/i.test(markup) && />\s*<(?:[\w-]{1,40}:)?svg[\s>]/i.test(markup);
}

/** What a text is that is no web page and no Markdown: by how it begins, then by its name. */
function otherText(start: string, markup: string, ending: string): Pick<Accepted, 'kind' | 'mediaType'> {
  if (/^WEBVTT(?:\s|$)/.test(start)) return { kind: 'captions', mediaType: 'text/vtt' };
  if (beginsAsSubRip(start)) return { kind: 'captions', mediaType: 'application/x-subrip' };
  if (/^BEGIN:VCALENDAR\s/i.test(start)) return { kind: 'calendar', mediaType: 'text/calendar' };
  const isXml = /^<\?xml\s/i.test(start) || (ending === 'xml' && /^<[a-z_!]/i.test(markup));
  if (isXml) return { kind: 'text', mediaType: 'application/xml' };
  if (ending === 'csv') return { kind: 'text', mediaType: 'text/csv' };
  if (ending === 'tsv') return { kind: 'text', mediaType: 'text/tab-separated-values' };
  return { kind: 'text', mediaType: ending === 'json' ? 'application/json' : 'text/plain' };
}
