import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { DocumentKind } from '../../../src/shared/vocabulary/assets.ts';
import { type WordsOfPages, wordsOf } from './places.ts';

/**
 * What other programs make of documents: LibreOffice (`soffice`) of those of offices, poppler (`pdftotext`, `pdftoppm`) of the PDFs. All of it is
 * kept in a folder for the next time.
 */

/** A document is printed for its pages, a workbook is written as tables: printed it has pages that nobody knows. */
const PRINTED = new Set(['docx', 'docm', 'doc', 'rtf', 'odt', 'pptx', 'pptm', 'ppt', 'odp']);
const TABLES = new Set(['xlsx', 'xlsm', 'xlsb', 'xls', 'ods']);
const SLIDES = new Set(['pptx', 'pptm', 'ppt', 'odp']);
const CONVERSION_MS = 120_000;
/** Every sheet in a file of its own, values as they are shown: https://wiki.openoffice.org/wiki/Documentation/DevGuide/Spreadsheets/Filter_Options */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
/** Hidden slides count as pages with us. */
const WITH_HIDDEN_SLIDES = `pdf:impress_pdf_Export:${JSON.stringify({ ExportHiddenSlides: { type: 'boolean', value: 'true' } })}`;
const MOST_OUTPUT = 1 << 28;
/** Wide enough to be told apart, narrow enough to be quick. */
export const PICTURE_WIDTH = 640;

/** Pages of pictures by what draws them as a whole. */
const DRAWN_AS: Readonly<Record<string, DocumentKind>> = {
  pptx: 'pptx',
  pptm: 'pptx',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
};

/** Which kind of page Kitbag draws of a file, by the end of its name; undefined where its picture is no page. */
export function drawnAs(path: string): DocumentKind | undefined {
  return DRAWN_AS[endOf(path)];
}

export function isSheets(path: string): boolean {
  return TABLES.has(endOf(path));
}

export class References {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** A file's words page by page (of a workbook, sheet by sheet), as the other program has them; undefined where it can't read it, or nobody asks it. */
  words(path: string): WordsOfPages | undefined {
    const end = endOf(path);
    if (TABLES.has(end)) {
      const sheets = this.#converted(path, EVERY_SHEET, '.csv');
      // A sheet of a few kilobytes may come out as gigabytes of separators.
      if (sheets.some((sheet) => statSync(sheet).size > MOST_OUTPUT)) return undefined;
      return sheets.length === 0 ? undefined : sheets.map((sheet) => wordsOf(readFileSync(sheet, 'utf8')));
    }
    const pdf = this.#pdf(path);
    if (pdf === undefined) return undefined;
    const text = output('pdftotext', ['-q', '-enc', 'UTF-8', pdf, '-']);
    return text?.replace(/\f$/u, '').split('\f').map(wordsOf);
  }

  /** Pictures of a file's first pages, in their order. */
  pictures(path: string, most: number): string[] {
    const pdf = this.#pdf(path);
    if (pdf === undefined) return [];
    const folder = join(this.#of(path), `pages-${most}`);
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      const width = ['-scale-to-x', String(PICTURE_WIDTH), '-scale-to-y', '-1'];
      output('pdftoppm', ['-q', '-png', '-l', String(most), ...width, pdf, join(folder, 'page')]);
    }
    return readdirSync(folder)
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((name) => join(folder, name));
  }

  #pdf(path: string): string | undefined {
    const end = endOf(path);
    if (end === 'pdf') return path;
    if (!PRINTED.has(end)) return undefined;
    return this.#converted(path, SLIDES.has(end) ? WITH_HIDDEN_SLIDES : 'pdf', '.pdf')[0];
  }

  /** The files that LibreOffice made of one; it is asked once, whether it can or not. */
  #converted(path: string, target: string, end: string): string[] {
    const folder = join(this.#of(path), 'converted');
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      // Names of every script, and such as begin with a hyphen, are no matter then.
      const plain = join(folder, `document${extname(path)}`);
      copyFileSync(path, plain);
      const profile = `-env:UserInstallation=file://${join(this.#folder, 'profile')}`;
      output('soffice', [profile, '--headless', '--convert-to', target, '--outdir', folder, plain]);
      rmSync(plain);
    }
    return readdirSync(folder)
      .filter((name) => name.endsWith(end))
      .map((name) => join(folder, name));
  }

  #of(path: string): string {
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
    return join(this.#folder, `${digest}-${endOf(path)}`);
  }
}

function endOf(path: string): string {
  return extname(basename(path)).slice(1).toLowerCase();
}

/** What a program printed; undefined where it failed or took too long. That it is not installed is an error. */
function output(program: string, values: readonly string[]): string | undefined {
  try {
    return execFileSync(program, values, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: MOST_OUTPUT,
      timeout: CONVERSION_MS,
      killSignal: 'SIGKILL',
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error;
    return undefined;
  }
}
