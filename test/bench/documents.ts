import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
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

/** Writes text files whose pages are parted by form feeds. */
export function writeTexts(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const words = new Words(37);
  for (let number = 0; number < count; number += 1) {
    const pages = Array.from({ length: PAGES }, () => words.text(WORDS));
    const name = `text-${String(number).padStart(5, '0')}.txt`;
    writeFileSync(join(folder, name), `# ${words.text(5)} ${number}\n${pages.join('\f')}`);
  }
}

/** A plain PDF with one font, a page of lines each. */
function pdf(pages: readonly string[]): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const [at, text] of pages.entries()) {
    const lines = text.match(/.{1,80}(?: |$)/gu) ?? [];
    const drawn = `BT /F1 11 Tf 14 TL 50 780 Td ${lines.map((line) => `(${line.trim()}) Tj T*`).join(' ')} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  }
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
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
