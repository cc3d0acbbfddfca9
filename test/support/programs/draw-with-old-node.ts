import { readFileSync } from 'node:fs';
import { openByPdfjs } from '../../../src/platform/extract/pdf/by-pdfjs/reader.ts';

/** Reads and draws a PDF's first page with pdf.js, without what Node 20 does not have. Argument: the file. Prints the text, then the picture's width. */
const newer: readonly (readonly [object, readonly string[]])[] = [
  [Promise, ['withResolvers', 'try']],
  [URL, ['parse']],
  [ArrayBuffer.prototype, ['transfer', 'transferToFixedLength', 'detached']],
  [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
  [Array, ['fromAsync']],
];
for (const [owner, names] of newer) for (const name of names) Reflect.deleteProperty(owner, name);

const reader = await openByPdfjs(new Uint8Array(readFileSync(process.argv[2] ?? '')));
const { pieces } = await reader.page(1);
console.log(pieces.map((piece) => piece.str).join(''));
const { width } = await reader.draw(1, 300, []);
console.log(width);
await reader.close();
