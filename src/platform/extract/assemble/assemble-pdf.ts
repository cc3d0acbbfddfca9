import { createHash } from 'node:crypto';
import { PDFDocument } from '@napi-rs/canvas';
import type {
  Assembled,
  AssemblePart,
  AssemblePlan,
  AssemblingProgress,
} from '../../../engine/ports/assembler.ts';
import { fileOfBytes, withFile } from '../encoding/bytes.ts';
import { DamagedZip, ZipBomb } from '../package/zip.ts';
import { PdfiumEnded } from '../pdfium/pdfium.ts';
import { registerFonts } from '../picture/fonts.ts';
import { Undecodable } from '../picture/raster/pixels.ts';
import { Damaged, Unreadable } from '../reading/reading.ts';
import { drawStamp } from './cover.ts';
import { beginPage, DrawnPages } from './drawn-pages.ts';
import { NotAssembled } from './not-assembled.ts';
import { sameBytes } from './same-bytes.ts';
import { Target } from './target.ts';

/** A4, lying: where nothing else says how large a cover is. */
const COVER = { width: 842, height: 595 } as const;

/** Makes one PDF of a plan. */
export async function assemblePdf(
  plan: AssemblePlan,
  report: (progress: AssemblingProgress) => void,
): Promise<Assembled> {
  try {
    const target = await Target.start();
    await addPages(target, plan, report);
    target.flattenForms();
    if (plan.stamp !== undefined) stampPages(target, plan.stamp, plan.cover !== undefined);
    const bytes = sameBytes(target.bytes(plan.title));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { assembled: 'pdf', bytes, sha256, pages: target.pages };
  } catch (error) {
    if (error instanceof PdfiumEnded) return { assembled: 'failed', reason: 'too-much' };
    if (!(error instanceof NotAssembled)) throw error;
    const { reason, part } = error;
    return { assembled: 'failed', reason, ...(part !== undefined && { part }) };
  }
}

/** Where the pages of a part lie in what was made, in the order in which they were taken. */
type Run = { readonly from: number; readonly count: number };

/** Each document is opened once, whatever pages are taken of it where, so that its fonts and pictures come along once; then the pages are put in order. */
async function addPages(
  target: Target,
  plan: AssemblePlan,
  report: (progress: AssemblingProgress) => void,
): Promise<void> {
  const total = plan.parts.reduce((sum, { pages, pageCount }) => sum + (pages?.length ?? pageCount), 0);
  let done = 0;
  const step = (pages: number) => {
    done += pages;
    report({ done, total });
  };
  const runs: Run[] = [];
  for (const [path, places] of byDocument(plan.parts)) {
    const pages = places.flatMap(({ part }) => numbersOf(part));
    const [first] = places;
    let from = target.pages;
    await withFile(path, (file) => target.add(file, first?.at, pages));
    step(pages.length);
    for (const { part, at } of places) {
      runs[at] = { from, count: numbersOf(part).length };
      from += numbersOf(part).length;
    }
  }
  const drawn = await drawAll(plan, target.pages, () => step(1));
  if (drawn.bytes !== undefined) target.add(fileOfBytes(drawn.bytes), undefined);
  for (const [at, run] of drawn.runs) runs[at] = run;
  const order = runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, index) => from + index));
  target.order([...(drawn.cover === undefined ? [] : [drawn.cover]), ...order]);
}

/** The parts that are PDFs, by the file that they are pages of. */
function byDocument(parts: readonly AssemblePart[]) {
  const documents = new Map<string, { readonly part: AssemblePart; readonly at: number }[]>();
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'pdf') continue;
    documents.set(part.path, [...(documents.get(part.path) ?? []), { part, at }]);
  }
  return documents;
}

function numbersOf({ pages, pageCount }: AssemblePart): readonly number[] {
  return pages ?? Array.from({ length: pageCount }, (_, index) => index + 1);
}

/** Everything that has to be drawn, in one PDF, which has each font once. */
async function drawAll({ parts, cover }: AssemblePlan, first: number, drawn: () => void) {
  const pages = new DrawnPages();
  const runs = new Map<number, Run>();
  if (cover) await pages.cover(cover, COVER);
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'pdf') continue;
    const from = first + pages.count;
    runs.set(at, { from, count: await ofPart(at, () => pages.add(part, at, drawn)) });
  }
  return {
    runs,
    ...(cover && { cover: first }),
    bytes: pages.count === 0 ? undefined : pages.close(),
  };
}

/** What is wrong with a document is told of its part. */
async function ofPart(at: number, draw: () => Promise<number>): Promise<number> {
  try {
    return await draw();
  } catch (error) {
    const isOfDocument = [Damaged, Unreadable, Undecodable, DamagedZip, ZipBomb].some(
      (one) => error instanceof one,
    );
    if (!isOfDocument) throw error;
    throw new NotAssembled('unreadable', at);
  }
}

/** A cover names the recipient already. */
function stampPages(target: Target, text: string, hasCover: boolean): void {
  registerFonts();
  const sizes = target.sizes();
  const keyOf = ({ width, height }: (typeof sizes)[number]) => `${width} ${height}`;
  const places = new Map<string, number>();
  const stamps = new PDFDocument({ producer: 'Kitbag' });
  for (const size of sizes) {
    if (places.has(keyOf(size))) continue;
    places.set(keyOf(size), places.size);
    drawStamp(beginPage(stamps, size), text, size);
    stamps.endPage();
  }
  const placed = sizes.map((size) => places.get(keyOf(size)) ?? 0);
  target.stamp(new Uint8Array(stamps.close()), (page) => (hasCover && page === 0 ? undefined : placed[page]));
}
