import type { StagedRow } from '../../contract/publish-rows.ts';
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
  readonly #pending = new Map<string, Promise<void>>();

  constructor(ports: SuggestingPorts & Told, rows: ReadonlyMap<string, HeldRow>) {
    this.#ports = ports;
    this.#rows = rows;
  }

  /** Suggests something for a row that was read; resolves when its text is known, which is before it is suggested. */
  async suggest(id: string): Promise<void> {
    const held = this.#rows.get(id);
    if (held?.document === undefined) return;
    const signals = this.#signalsOf(held.row, held.document);
    const work = signals
      .then(
        (known) => this.#suggestFor(held, known),
        // Whoever asked hears of it.
        () => undefined,
      )
      .finally(() => this.#pending.delete(id));
    // At once: whoever sees that the row was read can wait for it.
    this.#pending.set(id, work);
    await signals;
  }

  /** Waits for what is being worked out, for some rows or all: the library may have to be learned first, and no reading waits for that. */
  async pending(ids?: readonly string[]): Promise<void> {
    if (ids !== undefined) await Promise.all(ids.map((id) => this.#pending.get(id)));
    else while (this.#pending.size > 0) await Promise.all(this.#pending.values());
  }

  async #signalsOf(row: StagedRow, document: ReadDocument): Promise<Signals> {
    const pages = await this.#ports.textOf(document.textBlob);
    this.#sketches.set(row.id, sketchOf(pages.map(({ text }) => text).join('\n')));
    const { fileName, kind, language } = document;
    const { title } = row.fields;
    return signalsOf({ title, fileName, folder: row.folder, kind, language, text: firstText(pages) });
  }

  async #suggestFor(held: HeldRow, signals: Signals): Promise<void> {
    const { tagged, ruled, changed, failed } = this.#ports;
    try {
      const said = ruled(signals.folder, signals.fileName);
      const isMute = saysNothing(signals);
      // A rule is somebody's word, also for what nothing could be guessed from: neither from itself nor from its neighbours.
      const own = isMute ? said : { ...suggest(await tagged.model(), signals), ...said };
      if (!isMute) this.#own.set(held.row.id, own);
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
