/** One state of an object. `undefined` bytes: it was removed. */
export type Version = {
  /** Counts all versions of a store. */
  readonly number: number;
  /** When it was written, in ticks. */
  readonly tick: number;
  readonly by: string;
  readonly bytes: Uint8Array | undefined;
};

/** What a device may see of an object's versions. */
export type Sight = (version: Version) => boolean;

/** What lies directly under a prefix. */
export type Level = { readonly objects: Set<string>; readonly folders: Set<string> };

/** All states that the objects of a store have had, so that a device can be shown an older one. */
export class ObjectHistory {
  readonly #versions = new Map<string, Version[]>();
  readonly #levels = new Map<string, Level>();
  #count = 0;

  /** The number that the next version will have. */
  get count(): number {
    return this.#count;
  }

  add(key: string, by: string, tick: number, bytes: Uint8Array | undefined): void {
    const version = { number: this.#count, tick, by, bytes: bytes?.slice() };
    this.#count += 1;
    const versions = this.#versions.get(key);
    if (versions) versions.push(version);
    else this.#begin(key, version);
  }

  keys(): Iterable<string> {
    return this.#versions.keys();
  }

  /** The keys and the folders below a prefix, whether anything of them is in sight or not. */
  level(prefix: string): Level {
    return this.#levels.get(prefix) ?? { objects: new Set(), folders: new Set() };
  }

  knows(key: string): boolean {
    return this.#versions.has(key);
  }

  /** What is seen of an object: its latest version in sight, and whether that is the latest of all. `undefined`: nothing is in sight. */
  seen(key: string, sight: Sight): { readonly version: Version; readonly latest: boolean } | undefined {
    const versions = this.#versions.get(key) ?? [];
    for (let index = versions.length - 1; index >= 0; index -= 1) {
      const version = versions[index];
      if (version && sight(version)) return { version, latest: index === versions.length - 1 };
    }
    return undefined;
  }

  #begin(key: string, version: Version): void {
    this.#versions.set(key, [version]);
    let above = key.slice(0, key.lastIndexOf('/') + 1);
    this.#levelOf(above).objects.add(key);
    while (above !== '') {
      const folder = above;
      above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
      this.#levelOf(above).folders.add(folder);
    }
  }

  #levelOf(prefix: string): Level {
    const known = this.#levels.get(prefix);
    if (known) return known;
    const level = { objects: new Set<string>(), folders: new Set<string>() };
    this.#levels.set(prefix, level);
    return level;
  }
}
