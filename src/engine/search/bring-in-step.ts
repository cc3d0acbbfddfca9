import type { AssetSummary } from '../../contract/assets.ts';
import { nameOfError } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { PageText } from '../ports/extractor.ts';
import type { IndexEntry, IndexedAsset, TextIndexWriter } from '../ports/text-index.ts';
import { wordsOfFileName } from './file-name-words.ts';
import { fingerprintOf, lacksText, withoutText } from './fingerprint.ts';
import { piecesOf } from './pieces.ts';
import { levelsOf } from './stem-levels.ts';
import { cleanText, prepareText } from './words/fold.ts';
import { indexText, ownText } from './words/index-text.ts';
import { type Language, languageOf } from './words/languages.ts';
import { decimalOf } from './words/numbers.ts';
import { type KnownWords, type PackedTerms, TermGatherer, unpackTerms } from './words/row-terms.ts';

/** From so many assets on the index is tidied after they were written. */
const MUCH_WRITTEN = 300;

/** Assets written in one transaction: the counts of their words are raised once for all of them. */
const BATCH_ASSETS = 300;
/** Characters of text held for one transaction at most, unless one asset has more by itself. */
const BATCH_CHARACTERS = 4_000_000;

/** Characters of one asset whose words are gathered before other work gets its turn. */
const GATHERED_AT_ONCE = 50_000;

/** Reads the text of a version, page by page. Rejects where it has not arrived or can't be read. */
export type TextOf = (version: string) => Promise<readonly PageText[]>;

/** How far it is. */
export type StepProgress = { readonly done: number; readonly total: number };

/** What is to be written so that the index says what the catalog says. */
type Step = { readonly put: readonly AssetSummary[]; readonly remove: readonly string[] };

/** Compares the catalog with what is indexed. Pure. */
export function planStep(
  summaries: ReadonlyMap<string, AssetSummary>,
  entries: ReadonlyMap<string, IndexEntry>,
): Step {
  const put: AssetSummary[] = [];
  for (const asset of summaries.values()) {
    // One without its text is tried again each time: its text may have arrived.
    if (entries.get(asset.id)?.fingerprint !== fingerprintOf(asset)) put.push(asset);
  }
  const remove = [...entries.keys()].filter((asset) => !summaries.has(asset));
  return { put, remove };
}

/** Whether a step writes so much that the index is tidied after it: searches take a third less then. */
function writesMuch({ put }: Step): boolean {
  return put.length >= MUCH_WRITTEN;
}

/** Carries a step out in batches and tells of each. Ends early when cancelled. Where it writes much, the index is to be tidied afterwards. */
export async function* takeStep(
  step: Step,
  target: {
    readonly writer: TextIndexWriter;
    readonly entries: ReadonlyMap<string, IndexEntry>;
    readonly textOf: TextOf;
    readonly logger?: Logger | undefined;
    readonly signal?: Cancellation | undefined;
    /** Lets other work of the process run. */
    readonly breathe: () => Promise<void>;
  },
): AsyncGenerator<
  StepProgress & { readonly written: ReadonlyMap<string, IndexEntry>; readonly removed: readonly string[] }
> {
  const { signal } = target;
  const options = { tidyFollows: writesMuch(step), ...(signal !== undefined && { signal }) };
  const total = step.put.length + step.remove.length;
  let done = 0;
  for (let at = 0; at < step.remove.length; at += BATCH_ASSETS) {
    if (signal?.aborted === true) return;
    const removed = step.remove.slice(at, at + BATCH_ASSETS);
    await target.writer.apply({ put: [], remove: removed }, options);
    done += removed.length;
    yield { done, total, written: new Map(), removed };
  }
  const words: RunWords = { known: new Map(), stems: new Map() };
  let batch: IndexedAsset[] = [];
  let characters = 0;
  for (const [at, asset] of step.put.entries()) {
    if (signal?.aborted === true) return;
    const indexed = await read(asset, target, words);
    if (indexed !== undefined) batch.push(indexed);
    for (const piece of indexed?.pieces ?? []) characters += piece.text.length;
    const full = batch.length >= BATCH_ASSETS || characters >= BATCH_CHARACTERS;
    if (!full && at < step.put.length - 1) continue;
    const written = await target.writer.apply({ put: batch, remove: [] }, options);
    batch = [];
    characters = 0;
    yield { done: done + at + 1, total, written, removed: [] };
  }
}

/** Words that one run has met, with what they are for the index. */
type RunWords = { readonly known: KnownWords; readonly stems: Map<string, string> };

/** An asset with its text; undefined when it is already indexed without one and still has none. */
async function read(
  asset: AssetSummary,
  target: {
    readonly entries: ReadonlyMap<string, IndexEntry>;
    readonly textOf: TextOf;
    readonly logger?: Logger | undefined;
    readonly breathe: () => Promise<void>;
  },
  words: RunWords,
): Promise<IndexedAsset | undefined> {
  let pages: readonly PageText[] = [];
  let fingerprint = fingerprintOf(asset);
  try {
    if (asset.version.text.state !== 'not') pages = await target.textOf(asset.version.id);
  } catch (error) {
    fingerprint = withoutText(fingerprint);
    if (target.entries.get(asset.id)?.fingerprint === fingerprint) return undefined;
    const notHere = error instanceof StorageError && error.failure === 'missing';
    // What has not arrived yet comes by the thousand with a first contact, and is no trouble.
    target.logger?.[notHere ? 'debug' : 'warn']('text-not-readable', {
      asset: asset.id,
      error: nameOfError(error),
    });
  }
  const texts = [asset.title, asset.summary, ...pages.map(({ text }) => text)];
  const language = languageOf(asset.language, texts);
  const written = { language, decimal: decimalOf(asset.language ?? language?.code) };
  const indexed = {
    asset: asset.id,
    fingerprint,
    title: indexText(asset.title, written, words.stems),
    tags: indexText(keywordsOf(asset), written, words.stems),
    summary: indexText(asset.summary, written, words.stems),
    pieces: piecesOf(pages, asset.version.findsHidden === true, written, words.stems),
  };
  const terms = await termsOf(asset, indexed.pieces, words, language, target.breathe);
  return { ...indexed, terms: { ...terms, levels: levelsOf(unpackTerms(terms.stems, terms.data)) } };
}

/** What weighs as tags do: the tags, the names of the folders that its file came from, and what its file's name says beyond the title. */
function keywordsOf(asset: Pick<AssetSummary, 'title' | 'tags' | 'folder' | 'version'>): string {
  return [...asset.tags, ...asset.folder.split('/'), ...wordsOfFileName(asset)].join('\n').trim();
}

async function termsOf(
  asset: Pick<AssetSummary, 'title' | 'tags' | 'folder' | 'summary' | 'version'>,
  pieces: IndexedAsset['pieces'],
  words: RunWords,
  language: Language | undefined,
  breathe: () => Promise<void>,
): Promise<PackedTerms> {
  const gatherer = new TermGatherer(words.known, language);
  // The rules of a language need the accents that the index has not.
  const formOf = language === undefined ? prepareText : cleanText;
  gatherer.add(formOf(asset.title), 'title');
  gatherer.add(formOf(keywordsOf(asset)), 'tags');
  gatherer.add(formOf(asset.summary), 'summary');
  let gathered = 0;
  for (const { text, sought } of pieces) {
    gatherer.add(language === undefined ? ownText(sought) : cleanText(text), 'text');
    gathered += text.length;
    if (gathered < GATHERED_AT_ONCE) continue;
    await breathe();
    gathered = 0;
  }
  return gatherer.finish();
}

/** Says whether an entry stands for an asset with the text that it has now. */
export function isCurrent(entry: IndexEntry | undefined, asset: AssetSummary): boolean {
  return entry !== undefined && !lacksText(entry.fingerprint) && entry.fingerprint === fingerprintOf(asset);
}
