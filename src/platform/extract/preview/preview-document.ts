import { readFile } from 'node:fs/promises';
import type { Preview } from '../../../engine/ports/extractor.ts';
import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import { charactersOf, type RandomAccessFile, withFile } from '../encoding/bytes.ts';
import { parseMail, type ReadInside, readMail } from '../mail/read-mail.ts';
import type { OldOffice } from '../old/old-office.ts';
import { readOpenDocument } from '../opendocument/read-opendocument.ts';
import { DamagedZip, ZipBomb } from '../package/zip.ts';
import { htmlWithHidden } from '../plain/html-text.ts';
import { previewCues } from '../plain/read-captions.ts';
import { readRtf } from '../plain/read-rtf.ts';
import { readSource } from '../plain/read-source.ts';
import { inLetters, readText } from '../plain/read-text.ts';
import { Damaged, Unreadable } from '../reading/reading.ts';
import { type Accepted, recognise } from '../sniff/recognise.ts';
import { refusalOfPath } from '../sniff/refusal-of-path.ts';
import { cleanText } from '../text/clean.ts';
import { previewBook } from './preview-book.ts';
import { previewMail } from './preview-mail.ts';
import { previewPages } from './preview-pages.ts';
import { previewCsv, previewOds, previewSheets } from './preview-sheets.ts';
import { previewSlides } from './preview-slides.ts';
import { previewWord } from './preview-word.ts';

/** Characters of a source that are shown. */
const MAX_SOURCE = 2_000_000;

/**
 * Makes what the reader screen shows of a document; the file is recognised anew, whatever it was taken for. `inside` reads what came with
 * a mail.
 */
export async function previewDocument(
  path: string,
  kind: DocumentKind,
  name: string,
  inside: ReadInside,
): Promise<Preview> {
  const refusal = refusalOfPath(path);
  if (refusal !== undefined) return { preview: 'none', reason: refusal };
  return withFile(path, async (file) => {
    const found = recognise(file, name);
    if (!found.recognised) return { preview: 'none', reason: found.reason };
    try {
      return await previewContent(file, path, found, kind, name, inside);
    } catch (error) {
      if (error instanceof ZipBomb) return { preview: 'none', reason: 'bomb' };
      if (error instanceof Unreadable) return { preview: 'none', reason: error.reason };
      if (error instanceof DamagedZip || error instanceof Damaged)
        return { preview: 'none', reason: 'damaged' };
      throw error;
    }
  });
}

async function previewContent(
  file: RandomAccessFile,
  path: string,
  found: Accepted,
  kind: DocumentKind,
  name: string,
  inside: ReadInside,
): Promise<Preview> {
  const { content } = found;
  if (content.format === 'encrypted') return { preview: 'none', reason: 'encrypted' };
  if (content.format === 'office') {
    if (found.kind === 'pptx') return previewSlides(content.office, content.mainPart);
    if (found.kind === 'xlsx') return previewSheets(content.office, content.mainPart);
    return previewWord(content.office, content.mainPart, () => readFile(path));
  }
  if (content.format === 'old-office') return previewOld(content);
  if (content.format === 'rtf') {
    return previewPages(readRtf(charactersOf(file.read(0, MAX_SOURCE * 4))));
  }
  if (content.format === 'epub') return previewBook(content.office);
  if (content.format === 'opendocument') {
    const { office, kind: of } = content;
    return of === 'ods' ? previewOds(office) : previewPages(readOpenDocument(office, of));
  }
  if (content.format === 'mail') {
    const mail = parseMail(file, content.mail);
    return previewMail(mail.mail, (await readMail(mail, inside)).pages);
  }
  if (content.format !== 'text') return { preview: 'none', reason: 'unsupported' };
  const { text, truncated } = readSource(file, content.encoding, MAX_SOURCE);
  // The kind was told when the document was published, its name may have changed since.
  if (kind === 'markdown') return { preview: 'markdown', markdown: text, truncated };
  if (kind === 'html') return { preview: 'html', html: htmlWithHidden(text), truncated };
  if (found.kind === 'captions') {
    return { preview: 'captions', ...previewCues(readSource(file, content.encoding).text) };
  }
  if (found.kind === 'calendar') {
    return previewPages(readText(readSource(file, content.encoding), found));
  }
  if (found.mediaType === 'text/csv') return previewCsv(text, name);
  return { preview: 'text', text: cleanText(inLetters(text)), truncated };
}

/** A document of before 2007 is shown as what it is written as. */
async function previewOld({ kind, translate }: OldOffice): Promise<Preview> {
  const { office, mainPart, bytes } = translate();
  if (kind === 'pptx') return previewSlides(office, mainPart);
  if (kind === 'xlsx') return previewSheets(office, mainPart);
  return previewWord(office, mainPart, async () => bytes);
}
