import type { StagedRow } from '../../contract/publish-rows.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { compareCopies } from './copies.ts';
import type { ReadDocument } from './read-document.ts';
import { type HeldRow, isTouched } from './staged-row.ts';

/** An asset as a row names it. */
export type AssetWords = { readonly asset: string; readonly title: string; readonly versions: number };

/** What a row that was read is compared with. */
type Surroundings = {
  /** The asset with the same bytes. */
  readonly same: AssetWords | undefined;
  /** The asset that this could be a version of. */
  readonly like: AssetWords | undefined;
  /** All rows with the same bytes, this one included. */
  readonly twins: readonly HeldRow[];
};

/** Where a row that was read stands: ready, a copy of another row, or in the library already. */
export function comparedRow(
  row: StagedRow,
  document: ReadDocument,
  { same, like, twins }: Surroundings,
): StagedRow {
  const { duplicateOf: _, looksLike: __, says: ___, sameAs: ____, copies: _____, ...plain } = row;
  if (same !== undefined) {
    const { asset, title } = same;
    const told = says('publish.in-library', { title });
    return { ...plain, state: 'duplicate', says: told, duplicateOf: { asset, title } };
  }
  const kept = keptOf(twins);
  if (kept !== undefined && kept.row.id !== row.id) {
    const sameAs = twinOf(kept.row);
    const told = says('publish.same-as', { file: placeOf(sameAs) });
    return { ...plain, state: 'duplicate', says: told, sameAs };
  }
  const copies = twins.filter((twin) => twin.row.id !== row.id).map((twin) => twinOf(twin.row));
  const told = noteOf(document);
  return {
    ...plain,
    state: 'ready',
    ...(told !== undefined && { says: told }),
    ...(copies.length > 0 && { copies }),
    ...(like !== undefined && { looksLike: like }),
  };
}

/** The one of several copies that is kept: the one that a person chose, else one that somebody worked on, else the best path, else the newest. */
export function keptOf(twins: readonly HeldRow[]): HeldRow | undefined {
  const rank = (held: HeldRow): number => (held.keptByHand === true ? 0 : isTouched(held.row) ? 1 : 2);
  let best: { readonly held: HeldRow; readonly rank: number } | undefined;
  for (const held of twins) {
    const own = { held, rank: rank(held) };
    if (best === undefined || (own.rank - best.rank || compareCopies(held, best.held)) < 0) best = own;
  }
  return best?.held;
}

function twinOf({ id, fileName, folder }: StagedRow): NonNullable<StagedRow['sameAs']> {
  return { row: id, fileName, folder };
}

/** Where a row's file lies, for people. */
function placeOf({ fileName, folder }: Pick<StagedRow, 'fileName' | 'folder'>): string {
  return folder === '' ? fileName : `${folder}/${fileName}`;
}

function noteOf({ misnamed, kind, mediaType }: ReadDocument): Says | undefined {
  if (!misnamed) return undefined;
  const content = kind === 'other' ? mediaType : kind.toUpperCase();
  return says('publish.misnamed', { content });
}
