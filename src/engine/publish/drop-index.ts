import { nameWithoutVersion, ownTitle, withoutEnding } from './file-names.ts';
import type { ReadDocument } from './read-document.ts';

type Entry = { readonly sha256: string; readonly title: string; readonly name: string };

/** What the files on the table have in common: the same bytes, the same title. */
export class DropIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #bySha = new Map<string, Set<string>>();
  readonly #byTitle = new Map<string, Set<string>>();

  /** Learns what was read of a row. */
  add(id: string, document: ReadDocument): void {
    this.remove(id);
    const title = nameWithoutVersion(ownTitle(document) ?? '');
    const name = nameWithoutVersion(withoutEnding(document.fileName));
    this.#entries.set(id, { sha256: document.sha256, title, name });
    join(this.#bySha, document.sha256, id);
    if (title !== '') join(this.#byTitle, title, id);
  }

  /** Forgets a row. */
  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    leave(this.#bySha, entry.sha256, id);
    leave(this.#byTitle, entry.title, id);
  }

  /** The rows with a row's bytes, itself included. */
  withBytesOf(id: string): readonly string[] {
    return [...(this.#bySha.get(this.#entries.get(id)?.sha256 ?? '') ?? [])];
  }

  /** The rows with a row's own title, itself included. */
  withTitleOf(id: string): readonly string[] {
    return [...(this.#byTitle.get(this.#entries.get(id)?.title ?? '') ?? [])];
  }

  /** How many differently named files share a row's own title, this one included; versions of one file are one. */
  namesWithTitleOf(id: string): number {
    return new Set(this.withTitleOf(id).map((other) => this.#entries.get(other)?.name)).size;
  }
}

function join(map: Map<string, Set<string>>, key: string, id: string): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([id]));
  else there.add(id);
}

function leave(map: Map<string, Set<string>>, key: string, id: string): void {
  const there = map.get(key);
  there?.delete(id);
  if (there?.size === 0) map.delete(key);
}
