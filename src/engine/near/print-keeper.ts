import type { AssetSummary } from '../../contract/assets.ts';
import { may } from '../../domain/people/permissions.ts';
import { nameOfError } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import { isSha256 } from '../../shared/vocabulary/ids.ts';
import { versionOf } from '../assets/versions.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import { type Breathe, breatheBy } from '../base/breathe.ts';
import type { StoredPrints } from '../ports/print-store.ts';
import { TextIndexError } from '../ports/text-index.ts';
import { packPrints, unpackPrints } from './pages/pack-prints.ts';
import { type PagePrint, printOfPicture, printsOf } from './pages/page-prints.ts';
import type { PrintedDocument } from './pages/page-table.ts';

type With = Pick<OpenAssets, 'ports' | 'catalog' | 'summaries' | 'texts' | 'changes'> & {
  readonly here: { has(sha256: string): boolean };
};

/** Raised when the prints of a page become others: all are made again. */
const PRINTING = 1;
/** Assets written, and read back, at a time. */
const AT_ONCE = 100;

/** The engine is closing: what is under way ends. */
class Closing extends Error {}

/**
 * Keeps the prints of the current versions of all assets in step with the catalog, in the background, on the devices of those who publish. Nobody
 * else asks for near-duplicates.
 */
export class PrintKeeper {
  readonly #with: With;
  #closed = false;
  #behind = false;
  #running: Promise<void> | undefined;
  #generation = 0;
  /** What is kept, by asset: read once, as every change of the catalog looks into it. */
  #known: Map<string, string> | undefined;
  #progress: { readonly done: number; readonly total: number } | undefined;

  constructor(parts: With) {
    this.#with = parts;
    parts.catalog.onFold(({ touched, refolded }) => {
      if (refolded || touched.entries.assets.size > 0 || touched.written.has('members')) this.wake();
    });
  }

  /** Rises whenever other prints are there. */
  get generation(): number {
    return this.#generation;
  }

  /** How many assets are read, of those that are to be; undefined where nothing is. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
  }

  /** Brings the prints in step. What failed is tried again with the next change, or when somebody asks. */
  wake(): void {
    this.#behind = true;
    if (this.#closed || this.#running !== undefined) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#behind) this.wake();
    });
  }

  /** Resolves when the prints have all changes so far, as far as their texts are here. */
  async idle(): Promise<void> {
    this.wake();
    while (this.#running !== undefined) await this.#running;
  }

  close(): void {
    this.#closed = true;
    this.#behind = false;
    this.#with.ports.home.prints.close();
  }

  readonly breathe: Breathe = async () => {
    await breatheBy(this.#with.ports.later)();
    if (this.#closed) throw new Closing();
  };

  /** Says whether an error only means that the engine is closing. */
  isClosing(error: unknown): boolean {
    return error instanceof Closing;
  }

  /** The prints of all assets that are in use. Throws `TextIndexError`. */
  async documents(): Promise<PrintedDocument[]> {
    const inUse = this.#wanted();
    const documents: PrintedDocument[] = [];
    let last = '';
    while (true) {
      const part = this.#after(last);
      for (const { asset, prints } of part)
        if (inUse.has(asset)) documents.push({ id: asset, prints: unpackPrints(prints) });
      if (part.length < AT_ONCE) return documents;
      last = part.at(-1)?.asset ?? last;
      await this.breathe();
    }
  }

  #after(last: string): readonly StoredPrints[] {
    try {
      return this.#with.ports.home.prints.after(last, AT_ONCE);
    } catch (error) {
      // The next step looks what is there, and makes a damaged file anew.
      this.#known = undefined;
      throw error;
    }
  }

  async #run(): Promise<void> {
    // One turn of the event loop, so that what was written together is read together.
    await Promise.resolve();
    this.#behind = false;
    try {
      if (this.#publishes()) await this.#step();
    } catch (error) {
      // What was written is not known for sure then.
      this.#known = undefined;
      if (this.isClosing(error)) return;
      if (error instanceof TextIndexError && error.failure === 'damaged')
        this.#with.ports.home.prints.reset();
      this.#with.ports.logger.warn('pages-not-printed', { error: nameOfError(error) });
    } finally {
      this.#progress = undefined;
    }
  }

  #publishes(): boolean {
    const { catalog } = this.#with;
    const id = catalog.selfId();
    return !this.#closed && id !== undefined && may(catalog.member(id).role, 'publish');
  }

  #wanted(): ReadonlyMap<string, AssetSummary> {
    return this.#with.summaries.all();
  }

  async #step(): Promise<void> {
    const { prints } = this.#with.ports.home;
    this.#known ??= new Map(prints.fingerprints());
    const known = this.#known;
    const wanted = this.#wanted();
    const remove = [...known.keys()].filter((asset) => !wanted.has(asset));
    const due = [...wanted.values()].filter((asset) => known.get(asset.id) !== fingerprintOf(asset));
    this.#write([], remove);
    let put: StoredPrints[] = [];
    for (const [at, asset] of due.entries()) {
      this.#progress = { done: at, total: due.length };
      const found = await this.#printed(asset);
      if (found !== undefined)
        put.push({ asset: asset.id, fingerprint: fingerprintOf(asset), prints: packPrints(found) });
      if (put.length < AT_ONCE && at < due.length - 1) continue;
      await this.breathe();
      this.#write(put, []);
      put = [];
      this.#with.changes.emit('near');
    }
  }

  #write(put: readonly StoredPrints[], remove: readonly string[]): void {
    if (put.length + remove.length === 0) return;
    this.#with.ports.home.prints.apply({ put, remove });
    for (const { asset, fingerprint } of put) this.#known?.set(asset, fingerprint);
    for (const asset of remove) this.#known?.delete(asset);
    this.#generation += 1;
  }

  /** The prints of an asset's current version; undefined where its text has not arrived or can't be read. */
  async #printed({ version }: AssetSummary): Promise<PagePrint[] | undefined> {
    const { texts, here } = this.#with;
    try {
      const { textBlob, thumbnail } = versionOf(this.#with, version.id).body;
      if (textBlob !== undefined && !here.has(textBlob)) return undefined;
      const prints = await printsOf(await texts.read(textBlob), this.breathe);
      const mark = prints.length > 0 ? undefined : await this.#pictureOf(thumbnail?.sha256 ?? '');
      return mark === undefined ? prints : [printOfPicture(mark)];
    } catch (error) {
      if (error instanceof StorageError) return undefined;
      throw error;
    }
  }

  async #pictureOf(thumbnail: string): Promise<bigint | undefined> {
    const { home, extractor } = this.#with.ports;
    const isHere = isSha256(thumbnail) && this.#with.here.has(thumbnail);
    return isHere ? extractor.pictureMark(home.blobs.path(thumbnail)) : undefined;
  }
}

function fingerprintOf({ version: { id, textSha256, thumbnail } }: AssetSummary): string {
  return `${PRINTING} ${id} ${textSha256 ?? ''} ${thumbnail?.sha256 ?? ''}`;
}
