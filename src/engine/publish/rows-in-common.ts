import type { RowChange, StagedRow } from '../../contract/publish-rows.ts';
import { changeBack, withFields } from '../../contract/row-changes.ts';
import { says } from '../../shared/says/says.ts';
import { invalid } from '../base/refusal.ts';
import { type AssetWords, comparedRow, keptOf } from './compare-row.ts';
import { DropIndex } from './drop-index.ts';
import { type ProposedTitle, proposedTitle } from './file-names.ts';
import { type KnownFiles, MANY } from './known-files.ts';
import type { ReadDocument } from './read-document.ts';
import { carried, foundOf, type HeldRow, withProposedTitle, withTitle } from './staged-row.ts';

/** What an asset is called, and how many versions it has. */
export type TitleOf = (asset: string) => { readonly title: string; readonly versions: number } | undefined;

/** What the rows of the table have in common with one another and with the library: bytes, titles, names. */
export class RowsInCommon {
  readonly #rows: ReadonlyMap<string, HeldRow>;
  readonly #known: KnownFiles;
  readonly #titleOf: TitleOf;
  readonly #index = new DropIndex();

  constructor(rows: ReadonlyMap<string, HeldRow>, known: KnownFiles, titleOf: TitleOf) {
    this.#rows = rows;
    this.#known = known;
    this.#titleOf = titleOf;
  }

  /** Learns what was read of a row the last time. */
  add(id: string, document: ReadDocument): void {
    this.#index.add(id, document);
  }

  /** Forgets a row that was taken off. */
  remove(id: string): void {
    this.#index.remove(id);
  }

  /** Fills in what a document says, and looks what it has in common with others. */
  settle(id: string, document: ReadDocument): void {
    this.#index.add(id, document);
    this.#update(id, (row) =>
      withProposedTitle({ ...row, found: foundOf(document) }, this.#titleFor(row, document)),
    );
    // The file that makes a title one of many changes what the others with it are called.
    if (this.#index.namesWithTitleOf(id) <= MANY) {
      for (const other of this.#index.withTitleOf(id)) if (other !== id) this.#proposeTitle(other);
    }
    const twins = this.#index.withBytesOf(id);
    const kept = this.#keptOf(id);
    // Those that are copies already stay so, unless this one is kept instead.
    const moved = kept?.row.id === id || kept?.row.state !== 'ready';
    for (const other of new Set([id, ...(kept ? [kept.row.id] : []), ...(moved ? twins : [])]))
      this.#compare(other);
  }

  #proposeTitle(id: string): void {
    const held = this.#rows.get(id);
    if (held?.document === undefined) return;
    held.row = withTitle(held.row, this.#titleFor(held.row, held.document));
    this.#compare(id);
  }

  #titleFor(row: StagedRow, document: ReadDocument): ProposedTitle {
    const shared =
      document.title !== undefined &&
      this.#index.namesWithTitleOf(row.id) + this.#known.assetsTitled(document.title, row.fileName) >= MANY;
    return proposedTitle(document, shared);
  }

  /** Of the rows with the bytes of one that was read: the one that is kept. */
  #keptOf(id: string): HeldRow | undefined {
    return keptOf(this.#twinsOf(id));
  }

  #twinsOf(id: string): HeldRow[] {
    return this.#index.withBytesOf(id).flatMap((twin) => this.#rows.get(twin) ?? []);
  }

  /** Keeps this one of several rows with the same bytes. Throws `Refusal` INVALID where there is no other. */
  keep({ row }: HeldRow, carry: boolean): { kept: string; before: RowChange } {
    const kept = row.sameAs === undefined ? undefined : this.#rows.get(row.sameAs.row);
    if (kept === undefined) throw invalid(says('publish.no-copy'));
    const set = carry ? carried(kept.row, row) : {};
    const before = changeBack(row, set);
    const twins = this.#index.withBytesOf(row.id);
    for (const twin of twins) this.#keepByHand(twin, twin === row.id);
    this.#update(row.id, (now) => withFields(now, { set }));
    for (const twin of twins) this.#compare(twin);
    return { kept: kept.row.id, before };
  }

  #keepByHand(id: string, kept: boolean): void {
    const held = this.#rows.get(id);
    if (held !== undefined) held.keptByHand = kept;
  }

  #update(id: string, change: (row: StagedRow) => StagedRow): void {
    const held = this.#rows.get(id);
    if (held !== undefined) held.row = change(held.row);
  }

  /** Looks again what every row has in common with others: some became assets, or were taken off. */
  compareAll(): void {
    for (const id of this.#rows.keys()) this.#compare(id);
  }

  #compare(id: string): void {
    const held = this.#rows.get(id);
    if (held?.document === undefined || held.row.state === 'failed') return;
    const { row, document } = held;
    held.row = comparedRow({ ...row, found: foundOf(document) }, document, {
      same: this.#wordsOf(this.#known.assetWith(document.sha256)),
      like: this.#wordsOf(this.#known.assetLike(row.fields.title, row.fileName)),
      twins: this.#twinsOf(id),
    });
  }

  #wordsOf(asset: string | undefined): AssetWords | undefined {
    const known = asset === undefined ? undefined : this.#titleOf(asset);
    return asset === undefined || known === undefined ? undefined : { asset, ...known };
  }
}
