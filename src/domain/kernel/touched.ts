/** What a batch of events changed, so that only that is worked out again. */
export type Touched<Name extends string> = {
  /** The entries that changed, or show what changed elsewhere, by collection. */
  readonly entries: Readonly<Record<Name, ReadonlySet<string>>>;
  /** The collections whose snapshots no longer say what is so. */
  readonly written: ReadonlySet<Name>;
  /** Something was refused or deferred. */
  readonly refused: boolean;
};

/** Notes what a fold touches. */
export class Touching<Name extends string> implements Touched<Name> {
  readonly entries: Record<Name, Set<string>>;
  readonly written = new Set<Name>();
  refused = false;

  constructor(names: readonly Name[]) {
    this.entries = Object.fromEntries(names.map((name) => [name, new Set()])) as Record<Name, Set<string>>;
  }
}
