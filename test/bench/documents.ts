import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { pdfOf } from '../e2e/support/make-files.ts';
import { Words } from './corpus.ts';

/** Documents made for measuring the import: PDF, DOCX and Markdown, each of eight pages of about 100 words. */

const PAGES = 8;
const WORDS = 100;

/** Writes documents into a folder: three of five PDF, one DOCX, one Markdown. */
export function writeDocuments(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const words = new Words(31);
  for (let number = 0; number < count; number += 1) {
    const pages = Array.from({ length: PAGES }, () => words.text(WORDS));
    const kind = number % 5;
    const name = join(folder, `document-${String(number).padStart(5, '0')}`);
    if (kind < 3) writeFileSync(`${name}.pdf`, pdf(pages));
    else if (kind === 3) writeFileSync(`${name}.docx`, docx(pages));
    else writeFileSync(`${name}.md`, `# Document ${number}\n\n${pages.join('\n\n')}\n`);
  }
}

/** A plain PDF, its text broken into lines. */
function pdf(pages: readonly string[]): Buffer {
  return pdfOf(
    pages.map((text) => (text.match(/.{1,80}(?: |$)/gu) ?? []).map((line) => line.trim()).join('\n')),
  );
}

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

function docx(pages: readonly string[]): Uint8Array {
  const paragraphs = pages
    .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
    .join('');
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(document),
  });
}
