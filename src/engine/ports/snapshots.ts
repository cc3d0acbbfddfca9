/** A folded collection as JSON with the journal position that it contains. */
export type CollectionSnapshot = {
  readonly position: Readonly<Record<string, number>>;
  readonly format: number;
  readonly data: unknown;
};

/** The catalog's snapshot, one JSON file a collection, written durably (temporary file, fsync, rename). Derived: deleted at will. */
export interface SnapshotStore {
  /** `undefined` when missing or damaged: then it is folded again. */
  load(collection: string): Promise<CollectionSnapshot | undefined>;
  save(collection: string, snapshot: CollectionSnapshot): Promise<void>;
}

/** Small device-local state that is not shared and not derived: settings, staging table, what was seen last. Same durability. */
export interface LocalStore {
  load(name: string): Promise<unknown>;
  save(name: string, value: unknown): Promise<void>;
}
