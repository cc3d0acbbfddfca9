import { rm } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type {
  Extraction,
  ExtractionOutcome,
  ExtractOptions,
  Extractor,
  PlacedText,
  Thumbnail,
} from '../../engine/ports/extractor.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { LIBRE_OFFICE } from '../../shared/vocabulary/old-formats.ts';
import { withFile } from '../extract/encoding/bytes.ts';
import { isOle } from '../extract/sniff/magic.ts';
import { convertToPdf, type OldEnding } from './convert.ts';
import type { ConvertedPages } from './converted-pages.ts';
import { removeLeftBehind } from './leftovers.ts';
import type { DeviceOffice } from './used-program.ts';

/** What an extractor with LibreOffice is made of. */
type Parts = {
  readonly inner: Extractor;
  readonly program: DeviceOffice;
  readonly pages: ConvertedPages;
  readonly logger: Logger;
};

const ENDINGS: Readonly<Record<string, OldEnding>> = {
  '.doc': 'doc',
  '.dot': 'doc',
  '.ppt': 'ppt',
  '.pps': 'ppt',
  '.pot': 'ppt',
  '.xls': 'xls',
  '.xlt': 'xls',
  '.xlsb': 'xlsb',
};
const KINDS: Readonly<Record<OldEnding, DocumentKind>> = {
  doc: 'docx',
  ppt: 'pptx',
  xls: 'xlsx',
  xlsb: 'xlsx',
};
const DRAWN: Readonly<Partial<Record<DocumentKind, OldEnding>>> = { docx: 'doc', pptx: 'ppt' };
/** Why a reader of our own found nothing that LibreOffice may find. */
const NOT_READ: ReadonlySet<string> = new Set(['unsupported', 'crashed', 'timed-out', 'out-of-memory']);
/** Documents that wait to be drawn; the others are asked for again when somebody looks at them. */
const MOST_WAITING = 200;
/** Files of which is known whether they are old ones. */
const MOST_KNOWN = 1_000;
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Reads documents as `inner` does, and lets LibreOffice, where it is on the device and may be used, do the rest: pictures of the pages of old documents, made
 * in the background and drawn from then on where it has the same pages; text of those that `inner` can't read.
 */
export function withLibreOffice(parts: Parts): Extractor {
  return new OfficeExtractor(parts);
}

class OfficeExtractor implements Extractor {
  readonly #parts: Parts;
  readonly #waiting = new Map<string, { readonly path: string; readonly ending: OldEnding }>();
  readonly #stop = new AbortController();
  /** Of what is being converted now. */
  readonly #running = new Set<AbortController>();
  /** Whether files are documents of before 2007, by digest: what lies under a digest stays as it is. */
  readonly #old = new Map<string, boolean>();
  /** One document at a time, whoever wants it. */
  #turn: Promise<unknown>;
  #drawing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#turn = this.#clear();
    parts.program.onOff(() => {
      this.#waiting.clear();
      for (const running of this.#running) running.abort();
    });
  }

  async extract(path: string, name: string, options: ExtractOptions = {}): Promise<ExtractionOutcome> {
    const outcome = await this.#parts.inner.extract(path, name, options);
    if (options.signal?.aborted === true) return outcome;
    if (!isUnread(outcome)) {
      const ending = outcome.outcome === 'extracted' ? DRAWN[outcome.extraction.kind] : undefined;
      if (ending !== undefined && (await this.#isOld(path))) this.#draw(path, ending);
      return outcome;
    }
    const ending = ENDINGS[extname(name).toLowerCase()];
    if (ending === undefined || (await this.#isGivenUp(path, options))) return outcome;
    return (await this.#readByPdf(path, ending, outcome, options.signal)) ?? outcome;
  }

  async pagePicture(
    path: string,
    kind: DocumentKind,
    page: number,
    width: number,
    words: readonly string[] = [],
    recognized?: PlacedText,
  ): Promise<Thumbnail | undefined> {
    const { inner, pages } = this.#parts;
    const ending = DRAWN[kind];
    if (
      ending !== undefined &&
      DIGEST.test(basename(path)) &&
      (await this.#isOld(path)) &&
      (await this.#program())
    ) {
      const known = await pages.find(basename(path));
      const drawn =
        known.known === 'pdf' ? await inner.pagePicture(known.path, 'pdf', page, width, words) : undefined;
      if (drawn) return drawn;
      if (known.known === 'nothing') this.#draw(path, ending);
    }
    return inner.pagePicture(path, kind, page, width, words, recognized);
  }

  preview: Extractor['preview'] = (path, kind, name) => this.#parts.inner.preview(path, kind, name);
  recognize: Extractor['recognize'] = (path, ...rest) => this.#parts.inner.recognize(path, ...rest);
  keptText: Extractor['keptText'] = (path) => this.#parts.inner.keptText(path);
  compareTexts: Extractor['compareTexts'] = (...asked) => this.#parts.inner.compareTexts(...asked);
  compareTextPages: Extractor['compareTextPages'] = (...asked) =>
    this.#parts.inner.compareTextPages(...asked);
  pictureMark: Extractor['pictureMark'] = (path) => this.#parts.inner.pictureMark(path);

  textPicture: Extractor['textPicture'] = (page, width, words) =>
    this.#parts.inner.textPicture(page, width, words);
  cutPages: Extractor['cutPages'] = (path, pages) => this.#parts.inner.cutPages(path, pages);
  assemble: Extractor['assemble'] = (...asked) => this.#parts.inner.assemble(...asked);
  table: Extractor['table'] = (path, name) => this.#parts.inner.table(path, name);
  invitation: Extractor['invitation'] = (source, clock) => this.#parts.inner.invitation(source, clock);
  opening: Extractor['opening'] = (path, name) => this.#parts.inner.opening(path, name);

  async close(): Promise<void> {
    this.#stop.abort();
    this.#waiting.clear();
    await this.#turn;
    await this.#parts.inner.close();
  }

  /** What a process that was ended left behind is taken away, before anything new is made. */
  async #clear(): Promise<void> {
    try {
      await this.#parts.pages.clear();
      await removeLeftBehind();
    } catch (error) {
      this.#parts.logger.warn('conversions-not-cleared', { error: nameOfError(error) });
    }
  }

  /** What LibreOffice could not read, or was ended for, is tried again where somebody brings the file again, not by itself. */
  async #isGivenUp(path: string, { again }: ExtractOptions): Promise<boolean> {
    const digest = basename(path);
    return again === true && DIGEST.test(digest) && (await this.#parts.pages.find(digest)).known === 'none';
  }

  async #isOld(path: string): Promise<boolean> {
    const digest = basename(path);
    const known = this.#old.get(digest) ?? (await isOldFile(path));
    if (DIGEST.test(digest)) remember(this.#old, digest, known);
    return known;
  }

  /** LibreOffice's place, where it may be used. */
  async #program(): Promise<string | undefined> {
    return (await this.#parts.program.isUsed()) ? this.#parts.program.find() : undefined;
  }

  /** What a document's PDF says, in place of what could not be read; undefined where that is nothing. */
  async #readByPdf(
    path: string,
    ending: OldEnding,
    before: ExtractionOutcome,
    cancelled: Cancellation | undefined,
  ): Promise<ExtractionOutcome | undefined> {
    const target = this.#parts.pages.place(`reading-${process.pid}`);
    return this.#inTurn(async (program) => {
      const read = await this.#withPdf(
        program,
        { path, ending },
        target,
        (signal) => this.#parts.inner.extract(target, 'document.pdf', { signal }),
        cancelled,
      );
      if (read === undefined && DIGEST.test(basename(path)) && (await this.#isWanted(cancelled)))
        await this.#parts.pages.none(basename(path));
      if (read?.outcome !== 'extracted' || read.extraction.text.state === 'not') return undefined;
      const found = before.outcome === 'extracted' ? before.extraction : undefined;
      const extraction: Extraction = {
        ...read.extraction,
        kind: KINDS[ending],
        mediaType: found?.mediaType ?? 'application/x-ole-storage',
        misnamed: false,
        approximatePages: true,
        readBy: LIBRE_OFFICE,
      };
      return { outcome: 'extracted', extraction };
    });
  }

  /** Has a document's pages drawn when its turn comes. */
  #draw(path: string, ending: OldEnding): void {
    const digest = basename(path);
    if (!DIGEST.test(digest) || this.#stop.signal.aborted || this.#waiting.size >= MOST_WAITING) return;
    this.#waiting.set(digest, { path, ending });
    if (this.#drawing) return;
    this.#drawing = true;
    this.#drawAll()
      .catch((error: unknown) => this.#parts.logger.warn('pages-not-drawn', { error: nameOfError(error) }))
      .finally(() => {
        this.#drawing = false;
      });
  }

  async #drawAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      for (const [digest, { path, ending }] of this.#waiting) {
        this.#waiting.delete(digest);
        await this.#inTurn((program) => this.#drawOne(program, digest, path, ending));
      }
      // In its turn: what another document is just being read by would be given up. What comes meanwhile is drawn after it.
      await this.#inTurn(() => this.#parts.pages.trim());
    }
  }

  /** A PDF counts where it has as many pages as the document's text: only then are they the same ones. */
  async #drawOne(program: string, digest: string, path: string, ending: OldEnding): Promise<void> {
    const { inner, pages } = this.#parts;
    if ((await pages.find(digest)).known !== 'nothing') return;
    const made = `${pages.place(digest)}.new`;
    const fits = await this.#withPdf(program, { path, ending }, made, async (signal) => {
      const own = await inner.extract(path, `document.${ending}`, { signal });
      const drawn = await inner.extract(made, 'document.pdf', { signal });
      const isSame = pageCount(own) === pageCount(drawn);
      if (isSame) await pages.keep(digest, made);
      return isSame;
    });
    if (fits !== true && (await this.#isWanted())) await pages.none(digest);
  }

  /** Whether a conversion that came to nothing did so by itself. */
  async #isWanted(cancelled?: Cancellation): Promise<boolean> {
    const isStopped = this.#stop.signal.aborted || cancelled?.aborted === true;
    return !isStopped && (await this.#parts.program.isUsed());
  }

  /** Has a PDF made for as long as it is used; undefined where there is none, or nobody waits for it any more. */
  async #withPdf<Value>(
    program: string,
    document: { readonly path: string; readonly ending: OldEnding },
    target: string,
    use: (signal: AbortSignal) => Promise<Value>,
    cancelled?: Cancellation,
  ): Promise<Value | undefined> {
    const digest = basename(document.path);
    const { pages } = this.#parts;
    if (DIGEST.test(digest) && !(await pages.begin(digest))) return undefined;
    const stop = new AbortController();
    this.#running.add(stop);
    const end = () => stop.abort();
    const { signal } = stop;
    for (const one of [this.#stop.signal, cancelled]) {
      if (one?.aborted === true) end();
      else one?.addEventListener('abort', end);
    }
    try {
      return (await convertToPdf(program, document, target, { signal })) ? await use(signal) : undefined;
    } catch (error) {
      if (signal.aborted && error instanceof Error && error.name === 'AbortError') return undefined;
      throw error;
    } finally {
      for (const one of [this.#stop.signal, cancelled]) one?.removeEventListener('abort', end);
      this.#running.delete(stop);
      await rm(target, { force: true });
      if (DIGEST.test(digest)) await pages.ended(digest);
    }
  }

  #inTurn<Value>(work: (program: string) => Promise<Value>): Promise<Value | undefined> {
    const result = this.#turn.then(async () => {
      const program = this.#stop.signal.aborted ? undefined : await this.#program();
      return program === undefined ? undefined : work(program);
    });
    // Whoever asked hears of what went wrong; the next one's turn comes all the same.
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/** Notes a value; of too many, the one that was noted first is forgotten. */
function remember<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.set(key, value);
  const [first] = known.keys();
  if (known.size > MOST_KNOWN && first !== undefined) known.delete(first);
}

function pageCount(outcome: ExtractionOutcome): number {
  return outcome.outcome === 'extracted' ? outcome.extraction.pageCount : -1;
}

function isUnread(outcome: ExtractionOutcome): boolean {
  if (outcome.outcome === 'refused') return outcome.reason === 'damaged';
  const { text } = outcome.extraction;
  return text.state === 'not' && NOT_READ.has(text.reason);
}

function isOldFile(path: string): Promise<boolean> {
  return withFile(path, (file) => isOle(file.read(0, 8)));
}
