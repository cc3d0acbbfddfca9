import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { drawPagePicture } from '../../src/platform/extract/page-picture.ts';
import type { DocumentKind } from '../../src/shared/vocabulary/assets.ts';
import { quantile } from './figures.ts';
import { GREY_WIDTH, greyOf, isBlank, similarity } from './similarity.ts';

/**
 * Pictures of pages beside LibreOffice's: `DIR [SHEET.png] [REFERENCES]`. Structural similarity of each page in grey, a little blurred.
 * SHEET: the twenty worst side by side, ours at the left. REFERENCES: where LibreOffice's pages are kept for the next time. Prints JSON.
 */

const WIDTH = 640;
const MOST_PAGES = 12;
const WORST = 20;
const MINUTES = 3;
const KINDS: Readonly<Record<string, DocumentKind>> = { '.pptx': 'pptx', '.docx': 'docx', '.xlsx': 'xlsx' };

type Compared = {
  readonly page: string;
  readonly similarity: number;
  readonly ours: Buffer | undefined;
  readonly theirs: string;
};

const [folder = '.', sheet = '', kept = ''] = process.argv.slice(2);
const references = kept === '' ? mkdtempSync(join(tmpdir(), 'kitbag-pictures-')) : kept;
const compared: Compared[] = [];
const failed: string[] = [];
try {
  const documents = readdirSync(folder).filter((name) => Object.hasOwn(KINDS, extname(name).toLowerCase()));
  for (const name of documents.toSorted()) {
    const pages = referencePages(join(folder, name));
    if (pages.length === 0) failed.push(name);
    for (const [index, theirs] of pages.entries()) {
      const ours = await ownPage(join(folder, name), index + 1);
      // LibreOffice prints an empty page of a deck without slides.
      if (ours === undefined && pages.length === 1 && (await isBlank(theirs))) continue;
      const value = ours === undefined ? 0 : similarity(await greyOf(ours), await greyOf(theirs));
      compared.push({ page: `${name} p. ${index + 1}`, similarity: value, ours, theirs });
    }
  }
  const worst = compared.toSorted((a, b) => a.similarity - b.similarity);
  if (sheet !== '') writeFileSync(sheet, await sheetOf(worst.slice(0, WORST)));
  const values = compared.map((one) => one.similarity);
  console.log(
    JSON.stringify({
      documents: documents.length,
      pages: compared.length,
      medianSsim: rounded(quantile(values, 0.5)),
      tenthPercentileSsim: rounded(quantile(values, 0.1)),
      notConverted: failed.length,
      worst: worst.slice(0, WORST).map((one) => ({ page: one.page, ssim: rounded(one.similarity) })),
    }),
  );
} finally {
  if (kept === '') rmSync(references, { recursive: true, force: true });
}

/** LibreOffice's pictures of a document's first pages; none where it can't convert it. */
function referencePages(path: string): string[] {
  const own = join(references, basename(path));
  if (!existsSync(own)) {
    mkdirSync(own, { recursive: true });
    const profile = `-env:UserInstallation=file://${join(references, 'profile')}`;
    const options = { stdio: 'ignore', timeout: MINUTES * 60_000 } as const;
    try {
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', targetOf(path), '--outdir', own, path],
        options,
      );
      const pdf = readdirSync(own).find((name) => name.endsWith('.pdf'));
      const last = String(MOST_PAGES);
      if (pdf !== undefined)
        execFileSync(
          'pdftoppm',
          [
            '-png',
            '-l',
            last,
            '-scale-to-x',
            String(WIDTH),
            '-scale-to-y',
            '-1',
            join(own, pdf),
            join(own, 'page'),
          ],
          options,
        );
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error;
      console.error(`${basename(path)} can't be converted.`);
    }
  }
  return readdirSync(own)
    .filter((name) => name.endsWith('.png'))
    .toSorted()
    .map((name) => join(own, name));
}

/** Hidden slides count as pages with us. */
function targetOf(path: string): string {
  const withHidden = { ExportHiddenSlides: { type: 'boolean', value: 'true' } };
  return extname(path).toLowerCase() === '.pptx'
    ? `pdf:impress_pdf_Export:${JSON.stringify(withHidden)}`
    : 'pdf';
}

async function ownPage(path: string, page: number): Promise<Buffer | undefined> {
  const kind = KINDS[extname(path).toLowerCase()] ?? 'other';
  const drawn = await drawPagePicture(path, kind, page, WIDTH);
  return drawn && Buffer.from(drawn.bytes);
}

async function sheetOf(pages: readonly Compared[]): Promise<Buffer> {
  const [w, h] = [GREY_WIDTH, Math.round(GREY_WIDTH * 0.6)];
  const canvas: Canvas = createCanvas(w * 4 + 30, (h + 24) * Math.ceil(pages.length / 2));
  const context = canvas.getContext('2d');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = '13px sans-serif';
  for (const [index, { page, similarity: value, ours, theirs }] of pages.entries()) {
    const [x, y] = [(index % 2) * (w * 2 + 20), Math.floor(index / 2) * (h + 24)];
    for (const [side, source] of [ours, theirs].entries()) {
      if (source === undefined) continue;
      const image = await loadImage(source);
      const scale = Math.min(w / image.width, h / image.height);
      context.drawImage(image, x + side * (w + 4), y + 18, image.width * scale, image.height * scale);
    }
    context.fillStyle = '#ffffff';
    context.fillText(`${value.toFixed(2)} ${page}`, x, y + 13);
  }
  return canvas.encode('png');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
