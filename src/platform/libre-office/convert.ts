import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ProgramLimits, runConfined } from './confined.ts';
import { conversionFolder } from './leftovers.ts';
import { writeProfile } from './profile.ts';

/** Old documents by the endings that LibreOffice tells them by. */
export type OldEnding = 'doc' | 'ppt' | 'xls' | 'xlsb';

/** What LibreOffice may take for one document. */
const USUAL_LIMITS: ProgramLimits = {
  cpuSeconds: 60,
  fileBytes: 100_000_000,
  memoryBytes: 1_500_000_000,
};
/** Bytes of documents that it is given. */
const MAX_DOCUMENT = 100_000_000;

/** How each is written: all slides, also hidden ones, so that they are as many; a sheet a page. */
const FILTERS: Readonly<Record<OldEnding, string>> = {
  doc: 'pdf:writer_pdf_Export',
  ppt: 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}',
  xls: 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}',
  xlsb: 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}',
};

/**
 * Has LibreOffice write a document as a PDF: in a profile and folder of its own, which are gone afterwards. The document is named by us, so that nothing of
 * its name is believed. False where there is no PDF: it could not, took too much, or wrote something else.
 */
export async function convertToPdf(
  program: string,
  document: { readonly path: string; readonly ending: OldEnding },
  target: string,
  options: { readonly limits?: ProgramLimits; readonly signal?: AbortSignal } = {},
): Promise<boolean> {
  const { limits = USUAL_LIMITS, signal } = options;
  if ((await stat(document.path)).size > MAX_DOCUMENT) return false;
  const folder = await conversionFolder();
  try {
    const profile = join(folder, 'profile');
    const input = join(folder, `document.${document.ending}`);
    await writeProfile(profile);
    await copyFile(document.path, input);
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'],
      ...['--convert-to', FILTERS[document.ending], '--outdir', folder, input],
    ];
    if (!(await runConfined({ program, args }, folder, limits, signal))) return false;
    const made = join(folder, 'document.pdf');
    if (!(await isPdf(made, limits.fileBytes))) return false;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(made, `${target}.part`);
    await rename(`${target}.part`, target);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function isPdf(path: string, most: number): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
      return size <= most && buffer.toString('latin1', 0, bytesRead) === '%PDF-';
    } finally {
      await file.close();
    }
  } catch (error) {
    // It wrote nothing.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
