import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { drawnAs, PICTURE_WIDTH } from './references.ts';

/**
 * Reads files one after another with the reader of a checkout of this project (which may be an earlier one), and draws their first pages: `CHECKOUT
 * PICTURES PAGES FILE…`. Prints a JSON line a file.
 */

/** A document that takes longer than this many milliseconds of the processor is given up. */
const CPU_MS = 60_000;

const read = z.object({
  extractDocument: z.custom<
    (path: string, name: string, cpuMs: number, report: (progress: unknown) => void) => Promise<unknown>
  >((value) => typeof value === 'function'),
});
const draw = z.object({
  drawPagePicture: z.custom<(path: string, kind: string, page: number, width: number) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
});
const page = z.object({ reached: z.literal('page'), page: z.object({ text: z.string() }) });
const drawn = z.object({ bytes: z.instanceof(Uint8Array) });
/** What is told when all of a text was read. */
const whole = z.object({
  reached: z.literal('read'),
  extraction: z.object({ pageCount: z.number(), text: z.object({ state: z.string() }) }),
});

const [checkout = '.', pictures = '', mostPages = '0', ...files] = process.argv.slice(2);
const moduleOf = (path: string): string =>
  pathToFileURL(join(resolve(checkout), 'src', 'platform', 'extract', path)).href;
const { extractDocument } = read.parse(await import(moduleOf('extract-document.ts')));
const { drawPagePicture } = draw.parse(await import(moduleOf('page-picture.ts')));

for (const [index, path] of files.entries()) {
  const pages: string[] = [];
  const before = process.cpuUsage();
  let extraction: z.infer<typeof whole>['extraction'] | undefined;
  await extractDocument(path, path, CPU_MS, (progress) => {
    const found = page.safeParse(progress);
    if (found.success) pages.push(found.data.page.text);
    extraction = whole.safeParse(progress).data?.extraction ?? extraction;
  });
  const { user, system } = process.cpuUsage(before);
  const line = {
    path,
    pages,
    pageCount: extraction?.pageCount ?? 0,
    state: extraction?.text.state ?? 'refused',
    cpuMs: (user + system) / 1000,
    pictures: await drawPages(path, join(pictures, String(index))),
  };
  console.log(JSON.stringify(line));
}
process.exit(0);

/** Draws a file's first pages into a folder; answers their paths, `''` for one that has no picture. */
async function drawPages(path: string, folder: string): Promise<string[]> {
  const kind = drawnAs(path);
  const most = kind === undefined ? 0 : Number(mostPages);
  const paths: string[] = [];
  for (let number = 1; number <= most; number += 1) {
    const picture = drawn.safeParse(await drawPagePicture(path, kind ?? '', number, PICTURE_WIDTH));
    if (!picture.success) {
      paths.push('');
      continue;
    }
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${number}`);
    writeFileSync(file, picture.data.bytes);
    paths.push(file);
  }
  return paths;
}
