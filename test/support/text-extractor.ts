import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ExtractionOutcome, Extractor } from '../../src/engine/ports/extractor.ts';
import { KeptPair, orFailed } from '../../src/platform/extract/compare/kept-pair.ts';
import { readInvitation } from '../../src/platform/extract/invitation/read-invitation.ts';
import { readTable } from '../../src/platform/extract/table/read-table.ts';
import { readKeptText } from '../../src/platform/extract/text/kept-text.ts';
import { LARGEST_TEXT } from '../../src/shared/limits.ts';
import { throwIfAborted } from '../../src/shared/ports/cancellation.ts';
import type { DocumentKind } from '../../src/shared/vocabulary/assets.ts';

/** What files are by their names; everything else is text. */
const KINDS: Readonly<Record<string, DocumentKind>> = {
  '.md': 'markdown',
  '.vtt': 'captions',
  '.wav': 'audio',
  '.zip': 'other',
  '.paged': 'pdf',
};

/**
 * Reads text files: pages parted by form feeds, the title from a first line that begins with `# `. A file that says `HANG` never ends
 * (until it is cancelled), one that says `BROKEN` is refused, one that says `SCANNED` has no text (nor has a recording that does).
 * What a line `LANGUAGE de` says is its language, else English.
 * Of one that says `LATE` only the first page is read, unless it is read again when nothing else is to be read.
 */
export function textExtractor(): Extractor & { readonly reads: string[] } {
  const reads: string[] = [];
  const compared = new KeptPair(LARGEST_TEXT);
  return {
    reads,
    extract: async (path, name, options): Promise<ExtractionOutcome> => {
      reads.push(name);
      const text = (await readFile(path, 'utf8')).slice(0, 20_000);
      if (text.startsWith('BROKEN')) return { outcome: 'refused', reason: 'damaged' };
      if (text.startsWith('HANG')) {
        await new Promise<void>((resolve) => options?.signal?.addEventListener('abort', () => resolve()));
        return { outcome: 'refused', reason: 'damaged' };
      }
      const scanned = text.startsWith('SCANNED');
      const isLate = text.startsWith('LATE') && options?.again !== true;
      const all = text.split('\f').map((page, index) => ({ label: `${index + 1}`, text: page }));
      const pages = scanned ? [] : isLate ? all.slice(0, 1) : all;
      const kind = KINDS[extname(name)] ?? 'text';
      const title = /^# (.+)$/m.exec(text)?.[1];
      return {
        outcome: 'extracted',
        extraction: {
          kind,
          mediaType: 'text/plain',
          misnamed: false,
          ...(title !== undefined && { title }),
          pages,
          pageCount: Math.max(1, all.length),
          text: scanned
            ? { state: 'not', reason: kind === 'audio' ? 'no-text' : 'scanned' }
            : isLate
              ? { state: 'partly', reason: 'timed-out', pagesWithoutText: all.length - 1 }
              : { state: 'searchable' },
          words: pages.flatMap((page) => page.text.split(/\s+/)).length,
          language: /^LANGUAGE (\w\w)$/m.exec(text)?.[1] ?? 'en',
          thumbnail: {
            bytes: new TextEncoder().encode(`picture of ${name}`),
            mediaType: 'image/png',
            width: 1,
            height: 1,
          },
        },
      };
    },
    preview: async (path) => ({ preview: 'text', text: await readFile(path, 'utf8'), truncated: false }),
    keptText: async (path) => {
      const text = await readKeptText(path, 1024 * 1024);
      return text.kept === 'pages' ? text.pages : undefined;
    },
    compareTexts: async (texts, { signal, onProgress } = {}) => {
      throwIfAborted(signal);
      return orFailed(await compared.compare(texts, (progress) => onProgress?.(progress)));
    },
    compareTextPages: async (texts, pages) => orFailed(await compared.pages(texts, pages)),
    pagePicture: async () => undefined,
    textPicture: async ({ text, look }, width, words = []) => ({
      bytes: new TextEncoder().encode(`${look} of ${text}, ${width} wide, ${words.join(' ')}`),
      mediaType: 'image/png',
      width,
      height: width,
    }),
    pictureMark: async () => undefined,
    recognize: async () => ({ found: 'nothing' }),
    cutPages: async (path, pages) =>
      new TextEncoder().encode(`pages ${pages} of ${await readFile(path, 'utf8')}`),
    assemble: async ({ parts }, { signal, onProgress } = {}) => {
      throwIfAborted(signal);
      const texts = await Promise.all(parts.map(({ path }) => readFile(path, 'utf8')));
      const pages = parts.reduce((sum, part) => sum + (part.pages?.length ?? part.pageCount), 0);
      onProgress?.({ done: pages, total: pages });
      const told = parts.map((part, at) => `${part.pages?.join(',') ?? 'all'} of ${texts[at]}`);
      const bytes = new TextEncoder().encode(told.join('\n'));
      return { assembled: 'pdf', bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages };
    },
    table: readTable,
    invitation: readInvitation,
    opening: async (_path, name) =>
      name.endsWith('.txt') || name.endsWith('.md') ? { opens: true } : { opens: false, reason: 'kind' },
    close: async () => undefined,
  };
}
