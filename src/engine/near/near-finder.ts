import { nameOfError } from '../../shared/defect.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Changes } from '../live/changes.ts';
import type { PageText } from '../ports/extractor.ts';
import type { NearDocuments } from './pages/compare-documents.ts';
import { nearDocuments, nearestDocuments } from './pages/near-documents.ts';
import { printsOf } from './pages/page-prints.ts';
import { PageTable } from './pages/page-table.ts';
import type { PrintKeeper } from './print-keeper.ts';

type Working = { readonly done: number; readonly total: number };
type Of<Value> = { readonly generation: number; readonly value: Value };

/** Finds which assets have pages in common: all pairs in the background, what is near to one document at once. */
export class NearFinder {
  readonly #keeper: PrintKeeper;
  readonly #changes: Changes;
  readonly #logger: Logger;
  #table: Of<PageTable> | undefined;
  #pairs: Of<readonly NearDocuments[]> | undefined;
  #running: Promise<void> | undefined;

  constructor(keeper: PrintKeeper, changes: Changes, logger: Logger) {
    this.#keeper = keeper;
    this.#changes = changes;
    this.#logger = logger;
  }

  /** The pairs as they were found last, and how far it is where they are found again. Begins that where the library has changed. */
  soFar(): { readonly pairs: readonly NearDocuments[]; readonly working: Working | undefined } {
    const { generation, progress } = this.#keeper;
    const current = this.#pairs?.generation === generation && progress === undefined;
    if (!current) void this.#find();
    const working = current ? undefined : (progress ?? { done: 0, total: 0 });
    return { pairs: this.#pairs?.value ?? [], working };
  }

  /** The pairs of the library as it is now. Throws `TextIndexError`. */
  async all(): Promise<readonly NearDocuments[]> {
    await this.#find();
    return this.#pairs?.value ?? [];
  }

  /** What a document that is new has in common with the library as far as that was read, the most alike first. Throws `TextIndexError`. */
  async nearTo(pages: readonly PageText[]): Promise<readonly NearDocuments[]> {
    const prints = await printsOf(pages, this.#keeper.breathe);
    return prints.length === 0 ? [] : nearestDocuments({ id: '', prints }, await this.#tableNow());
  }

  #find(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      this.#changes.emit('near');
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.#keeper.idle();
      const table = await this.#tableNow();
      const { generation } = this.#table ?? { generation: 0 };
      if (this.#pairs?.generation === generation) return;
      this.#pairs = { generation, value: await nearDocuments(table, this.#keeper.breathe) };
    } catch (error) {
      if (this.#keeper.isClosing(error)) return;
      this.#logger.warn('near-not-found', { error: nameOfError(error) });
      // What was found before stands until the library changes: asked at once, it would fail again.
      this.#pairs = { generation: this.#keeper.generation, value: this.#pairs?.value ?? [] };
    }
  }

  async #tableNow(): Promise<PageTable> {
    const { generation } = this.#keeper;
    if (this.#table?.generation === generation) return this.#table.value;
    const table = await PageTable.of(await this.#keeper.documents(), this.#keeper.breathe);
    this.#table = { generation, value: table };
    return table;
  }
}
