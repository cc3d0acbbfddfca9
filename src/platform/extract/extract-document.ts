import type { Extraction, ExtractionOutcome, Thumbnail } from '../../engine/ports/extractor.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { Secret } from '../../shared/vocabulary/secrets.ts';
import { coverPart, readEpub } from './book/read-epub.ts';
import { charactersOf, fileOfBytes, type RandomAccessFile, withFile } from './encoding/bytes.ts';
import { type Inside, parseMail, type ReadInside, readMail } from './mail/read-mail.ts';
import { isHiddenSlide, readPptx, slideParts } from './office/read-pptx.ts';
import { readXlsx } from './office/read-xlsx.ts';
import type { OldOffice } from './old/old-office.ts';
import { readOpenDocument } from './opendocument/read-opendocument.ts';
import { ownCpu } from './own-cpu.ts';
import type { OfficePackage } from './package/office-package.ts';
import { DamagedZip, ZipBomb } from './package/zip.ts';
import { readWord } from './paging/read-word.ts';
import { withPdf } from './pdf/pdf-document.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { drawCard, THUMBNAIL_WIDTH } from './picture/card.ts';
import { drawImage, MAX_IMAGE_BYTES } from './picture/draw-image.ts';
import { packageThumbnail, partThumbnail } from './picture/package-thumbnail.ts';
import { wordPagePicture } from './picture/page/word-page.ts';
import { workbookPicture } from './picture/page/workbook-picture.ts';
import { tiffPages } from './picture/raster/tiff-directory.ts';
import { slidePicture } from './picture/slide/slide-picture.ts';
import { readRtf } from './plain/read-rtf.ts';
import { readSource } from './plain/read-source.ts';
import { readText } from './plain/read-text.ts';
import { readSvg } from './plain/read-xml.ts';
import type { Answer, Progress } from './protocol.ts';
import { documentCard } from './reading/document-card.ts';
import { Damaged, extractionOf, type Reading, Unreadable } from './reading/reading.ts';
import { type Accepted, recognise } from './sniff/recognise.ts';
import { refusalOfPath } from './sniff/refusal-of-path.ts';
import { secretInPages } from './sniff/secrets.ts';
import type { PageWatch } from './text/page-collector.ts';
import { countWords } from './text/words.ts';

type OdfContent = Extract<Accepted['content'], { readonly format: 'opendocument' }>;
/** A package of today, from a file or made of an old one. */
type OfficeContent = { readonly office: OfficePackage; readonly mainPart: string };
/** Until when a document is read on, and who hears of its pages. */
type Conditions = {
  readonly isLate: () => boolean;
  readonly watch: PageWatch;
  /** How many files it is within. */
  readonly depth?: number;
};
type Read = { readonly reading: Reading; readonly draw: () => Promise<Thumbnail | undefined> };

/** Files in files in files that are read. */
const MAX_WITHIN = 3;
/** An RTF's characters that are read at most. */
const MAX_RTF = 60_000_000;

/**
 * Reads one file in a worker: what it is, then its text, then its picture, each reported when it is there, so that
 * whatever kills the worker later loses only what was not yet known.
 */
export async function extractDocument(
  path: string,
  name: string,
  softCpuMs: number,
  report: (progress: Progress) => void,
): Promise<Answer> {
  const refusal = refusalOfPath(path);
  if (refusal !== undefined) return refused(refusal);
  const cpuLimit = ownCpu() + softCpuMs;
  const isLate = () => ownCpu() > cpuLimit;
  return withFile(path, async (file) => {
    const found = recognise(file, name);
    if (!found.recognised) return refused(found.reason);
    const { kind, mediaType, misnamed } = found;
    report({ reached: 'recognised', found: { kind, mediaType, misnamed, pageCount: 0 } });
    let words = 0;
    const watch: PageWatch = {
      opened: (pageCount, title) =>
        report({ reached: 'opened', pageCount, ...(title !== undefined && { title }) }),
      page: (page) => {
        const ofPage = countWords(page.text);
        words += ofPage;
        report({ reached: 'page', page, words: ofPage });
      },
    };
    try {
      return await read(file, found, { isLate, watch }, async ({ reading, draw }) => {
        const secret = secretOf(found, reading);
        const told = secret === undefined ? reading : { ...reading, secret };
        const extraction = extractionOf(found, told, words);
        const { pages: _, ...withoutPages } = extraction;
        report({ reached: 'read', extraction: withoutPages });
        return { job: 'picture-of-read', thumbnail: await picture(draw, extraction, reading, name) };
      });
    } catch (error) {
      return answerOfError(error, found);
    }
  });
}

function refused(reason: Extract<ExtractionOutcome, { outcome: 'refused' }>['reason']): Answer {
  return { job: 'extract', outcome: { outcome: 'refused', reason } };
}

function answerOfError(error: unknown, found: Accepted): Answer {
  if (error instanceof ZipBomb) return refused('bomb');
  if (error instanceof DamagedZip || error instanceof Damaged) return refused('damaged');
  if (!(error instanceof Unreadable)) throw error;
  const { kind, mediaType, misnamed } = found;
  const text = { state: 'not', reason: error.reason } as const;
  const extraction: Extraction = {
    kind,
    mediaType,
    misnamed,
    pages: [],
    pageCount: error.pageCount,
    text,
    words: 0,
  };
  return { job: 'extract', outcome: { outcome: 'extracted', extraction } };
}

async function picture(
  draw: () => Promise<Thumbnail | undefined>,
  extraction: Extraction,
  reading: Reading,
  name: string,
): Promise<Thumbnail | undefined> {
  if (extraction.kind === 'video' || extraction.kind === 'audio') return undefined;
  try {
    const drawn = await draw();
    if (drawn) return drawn;
  } catch (error) {
    // A page that can't be drawn costs its picture, not the document; the card takes its place.
    if (!(error instanceof Error)) throw error;
  }
  return drawCard(documentCard(extraction, reading, name));
}

const noPicture = async () => undefined;

async function read<Result>(
  file: RandomAccessFile,
  found: Accepted,
  { isLate, watch, depth = 0 }: Conditions,
  use: (read: Read) => Promise<Result>,
): Promise<Result> {
  const { content } = found;
  switch (content.format) {
    case 'pdf':
      return withPdf(file, async (document) =>
        use({
          reading: await readPdf(document, isLate, watch),
          draw: () => document.draw(1, THUMBNAIL_WIDTH),
        }),
      );
    case 'office': {
      const reading = readOffice(found.kind, content, watch);
      return use({ reading, draw: () => officePicture(found.kind, content) });
    }
    case 'old-office':
      return use(oldDocument(content, watch));
    case 'text':
      return use({
        reading: readText(readSource(file, content.encoding), found, watch),
        draw: noPicture,
      });
    case 'rtf': {
      const source = charactersOf(file.read(0, MAX_RTF));
      return use({ reading: readRtf(source, watch), draw: noPicture });
    }
    case 'epub':
      return use({
        reading: readEpub(content.office, watch),
        draw: () => partThumbnail(content.office, coverPart(content.office)),
      });
    case 'opendocument':
      return use(openDocument(content, watch));
    case 'mail': {
      const mail = parseMail(file, content.mail);
      return use({ reading: await readMail(mail, readInside(isLate, depth + 1), watch), draw: noPicture });
    }
    case 'image':
      return use({ reading: imageReading(file, found), draw: async () => drawImageFile(file) });
    case 'svg':
      return use({ reading: readSvg(readSource(file, content.encoding), watch), draw: noPicture });
    case 'media':
      return use({ reading: wordless(1), draw: noPicture });
    case 'encrypted':
      return use({ reading: wordless(1, 'encrypted'), draw: noPicture });
    case 'unsupported':
      return use({ reading: wordless(1, 'unsupported'), draw: noPicture });
    default:
      return assertNever(content);
  }
}

/** A document of before 2007 is read and drawn as what it is written as. */
function oldDocument({ kind, translate }: OldOffice, watch: PageWatch): Read {
  const modern = translate();
  const reading = readOffice(kind, modern, watch);
  return { reading: modern.isCut ? cutOff(reading) : reading, draw: () => officePicture(kind, modern) };
}

/** With the picture that its program saved of its first page or slide; a sheet's corner is better drawn from its cells. */
function openDocument({ office, kind }: OdfContent, watch: PageWatch): Read {
  const reading = readOpenDocument(office, kind, watch);
  const shows = kind !== 'ods' && reading.pages[0]?.hidden !== true;
  const part = shows ? 'Thumbnails/thumbnail.png' : undefined;
  return { reading, draw: () => partThumbnail(office, part) };
}

const unwatched: PageWatch = { opened: () => undefined, page: () => undefined };

/** Reads what came with a mail, mails in it too. A file that can't be read is named, and that is all. `isLate`: no more is read. */
export function readInside(isLate: () => boolean, depth = 1): ReadInside {
  return async (bytes, name) => {
    if (bytes.length === 0 || depth > MAX_WITHIN || isLate()) return NOTHING;
    const file = fileOfBytes(bytes);
    try {
      const found = recognise(file, name);
      if (!found.recognised) return NOTHING;
      const conditions = { isLate, watch: unwatched, depth };
      return await read(file, found, conditions, async ({ reading }) => {
        const secret = secretOf(found, reading);
        return { pages: reading.pages, ...(secret === undefined ? {} : { secret }) };
      });
    } catch (error) {
      const isItsOwn = error instanceof ZipBomb || error instanceof DamagedZip;
      if (isItsOwn || error instanceof Damaged || error instanceof Unreadable) return NOTHING;
      throw error;
    }
  };
}

const NOTHING: Inside = { pages: [] };
/** Formats whose text may hold what a plain file is looked at for. */
const MAY_HOLD: ReadonlySet<Accepted['content']['format']> = new Set([
  'office',
  'opendocument',
  'rtf',
  'mail',
]);

/** What a document's owner would hardly show to all: in the file itself, in what it says, or in what came with it. */
function secretOf({ secret, content }: Accepted, reading: Reading): Secret | undefined {
  const inText = MAY_HOLD.has(content.format) ? secretInPages(reading.pages) : undefined;
  return secret ?? reading.secret ?? inText;
}

/** A picture's words wait to be recognized; one of many pages is a scan or a fax. */
function imageReading(file: RandomAccessFile, { mediaType }: Accepted): Reading {
  const pages = mediaType === 'image/tiff' ? tiffPages(file) : 1;
  return wordless(pages, pages > 1 ? 'scanned' : 'picture');
}

function wordless(
  pageCount: number,
  reason: 'no-text' | 'picture' | 'scanned' | 'encrypted' | 'unsupported' = 'no-text',
): Reading {
  return { pages: [], pageCount, missing: { reason, pages: pageCount } };
}

async function drawImageFile(file: RandomAccessFile): Promise<Thumbnail | undefined> {
  if (file.size > MAX_IMAGE_BYTES) return undefined;
  return drawImage(file.read(0, file.size), THUMBNAIL_WIDTH);
}

/** The picture that a deck brings along, else its first slide drawn; a Word document's first page; a workbook's first sheet that is shown. */
async function officePicture(
  kind: Extraction['kind'],
  { office, mainPart }: OfficeContent,
): Promise<Thumbnail | undefined> {
  if (kind === 'docx') return wordPagePicture(office, mainPart, 1, THUMBNAIL_WIDTH);
  if (kind === 'xlsx') return workbookPicture(office, mainPart, THUMBNAIL_WIDTH);
  if (kind !== 'pptx') return undefined;
  const shown = slideParts(office, mainPart).findIndex((part) => !isHiddenSlide(office, part));
  const own = shown === 0 ? await packageThumbnail(office, kind) : undefined;
  return own ?? (await slidePicture(office, mainPart, Math.max(0, shown) + 1, THUMBNAIL_WIDTH));
}

/** More of a document than its reader took over. */
function cutOff(reading: Reading): Reading {
  return { missing: { reason: 'too-long', pages: 0 }, ...reading };
}

function readOffice(kind: Extraction['kind'], content: OfficeContent, watch: PageWatch): Reading {
  if (kind === 'pptx') return readPptx(content.office, content.mainPart, watch);
  if (kind === 'xlsx') return readXlsx(content.office, content.mainPart, watch);
  return readWord(content.office, content.mainPart, watch);
}
