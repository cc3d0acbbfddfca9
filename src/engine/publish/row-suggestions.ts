import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { PageText } from '../ports/extractor.ts';
import { withPeers } from '../suggestions/peers.ts';
import { type Signals, signalsOf } from '../suggestions/signals.ts';
import { type Suggestions, saysNothing, suggest } from '../suggestions/suggest.ts';
import { firstText, type TaggedLibrary } from '../suggestions/tagged-library.ts';
import type { ReadDocument } from './read-document.ts';
import { type HeldRow, withSuggestions } from './staged-row.ts';
import { type Sketch, sketchOf } from './text-sketch.ts';

/** What is asked to suggest something for a row. */
export type SuggestingPorts = {
  readonly tagged: Pick<TaggedLibrary, 'model'>;
  readonly textOf: (textBlob: Sha256 | undefined) => Promise<readonly PageText[]>;
  /** What rules of the hub say of a file, by its folder and name. */
  readonly ruled: (folder: string, fileName: string) => Suggestions;
};

/** Whom it tells. */
type Told = { readonly changed: () => void; readonly failed: (error: unknown) => void };

/** What is suggested for the rows of a table: for each as it is read, then by what the files of its folder have in common. */
export class RowSuggestions {
  readonly #ports: SuggestingPorts & Told;
  readonly #rows: ReadonlyMap<string, HeldRow>;
  readonly #own = new Map<string, Suggestions>();
  readonly #sketches = new Map<string, Sketch>();
  readonly #pending = new Set<Promise<void>>();

  constructor(ports: SuggestingPorts & Told, rows: ReadonlyMap<string, HeldRow>) {
    this.#ports = ports;
    this.#rows = rows;
  }

  /** Suggests something for a row that was read. */
  async suggest(id: string): Promise<void> {
    const held = this.#rows.get(id);
    if (held?.document === undefined) return;
    const { document, row } = held;
    const pages = await this.#ports.textOf(document.textBlob);
    this.#sketches.set(id, sketchOf(pages.map(({ text }) => text).join('\n')));
    const { fileName, kind, language } = document;
    const { title } = row.fields;
    const { folder } = row;
    const signals = signalsOf({ title, fileName, folder, kind, language, text: firstText(pages) });
    if (saysNothing(signals)) return;
    const work = this.#suggestFor(held, signals).finally(() => this.#pending.delete(work));
    this.#pending.add(work);
  }

  /** Waits for what is being worked out: the library may have to be learned first, and no reading waits for that. */
  async pending(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  async #suggestFor(held: HeldRow, signals: Signals): Promise<void> {
    const { tagged, ruled, changed, failed } = this.#ports;
    try {
      const own = { ...suggest(await tagged.model(), signals), ...ruled(signals.folder, signals.fileName) };
      this.#own.set(held.row.id, own);
      held.row = withSuggestions(held.row, own);
      changed();
    } catch (error) {
      // Without suggestions a row is as good as before: somebody says what it is.
      failed(error);
    }
  }

  /** Adds what the files of each folder say for one another. */
  settle(): void {
    const folders = new Map<string, string[]>();
    for (const [id, { row }] of this.#rows) {
      if (row.folder === '' || row.state !== 'ready' || !this.#own.has(id)) continue;
      const there = folders.get(row.folder);
      if (there === undefined) folders.set(row.folder, [id]);
      else there.push(id);
    }
    for (const [folder, ids] of folders) {
      const all = withPeers(
        folder,
        ids.map((id) => this.#own.get(id) ?? {}),
      );
      for (const [at, id] of ids.entries()) {
        const held = this.#rows.get(id);
        if (held !== undefined) held.row = withSuggestions(held.row, all[at] ?? {});
      }
    }
  }

  /** The sketch of a row's text. */
  async sketchOf(id: string, document: ReadDocument): Promise<Sketch> {
    const known = this.#sketches.get(id);
    if (known !== undefined) return known;
    const sketch = sketchOf((await this.#ports.textOf(document.textBlob)).map(({ text }) => text).join('\n'));
    this.#sketches.set(id, sketch);
    return sketch;
  }

  /** Forgets a row that was taken off. */
  remove(id: string): void {
    this.#own.delete(id);
    this.#sketches.delete(id);
  }
}
