import { originalOf, publishedVersions } from '../../domain/assets/variant-selectors.ts';
import type { EventDraft } from '../../domain/registry.ts';
import type { Staging } from './staging.ts';
import type { WithPublishing } from './with-publishing.ts';

/** Rows that are language editions of one another become assets that are linked as such. */

/** A row that becomes an asset, with the current version of that. */
export type NewAsset = { readonly row: string; readonly asset: string; readonly version: string };

type Draft<Kind extends EventDraft['kind']> = Extract<EventDraft, { readonly kind: Kind }>;

/** What makes a new asset an edition: its link, and which version of the original it has in its language, where that is known. */
export type EditionLink = {
  readonly link: Draft<'asset-variant-linked'>;
  readonly follow?: Draft<'asset-variant-followed'>;
};

/** By row, the links between new assets, and to those that their editions became before. */
export function editionLinks(
  replica: WithPublishing,
  staging: Staging,
  added: readonly NewAsset[],
): ReadonlyMap<string, EditionLink> {
  const byRow = new Map(added.map((one) => [one.row, one]));
  const at = replica.ports.clock.now();
  const links = new Map<string, EditionLink>();
  for (const { row, asset, version } of added) {
    const { editionOf } = staging.held(row).row.fields;
    const target =
      editionOf == null ? undefined : (byRow.get(editionOf) ?? publishedOriginal(replica, editionOf));
    if (target === undefined) continue;
    const { asset: of, version: follows } = target;
    links.set(row, {
      link: { kind: 'asset-variant-linked', body: { asset, of, at } },
      ...(follows !== undefined && {
        follow: { kind: 'asset-variant-followed', body: { asset, version, follows, at } },
      }),
    });
  }
  return links;
}

/** An asset that an edition became before, with the version of its family's original that counts now. */
function publishedOriginal(
  { catalog, summaries }: WithPublishing,
  id: string,
): { readonly asset: string; readonly version: string | undefined } | undefined {
  const asset = summaries.known(id)?.id;
  if (asset === undefined) return undefined;
  const original = originalOf(catalog, asset) ?? asset;
  return { asset, version: publishedVersions(catalog, original).at(-1)?.body.id };
}

/** That rows which stay on the table are editions of what others became. */
export function keepEditionsTogether(staging: Staging, added: readonly NewAsset[], before: Staged): void {
  const assets = new Map(added.map(({ row, asset }) => [row, asset]));
  const left = staging.all().filter(({ row }) => !assets.has(row.id));
  const changes = left.flatMap(({ row: { id, fields } }) => {
    const { editionOf } = fields;
    const asset = assets.get(editionOf ?? '') ?? editionsLeft(before, assets, id);
    const isOpen = editionOf == null || assets.has(editionOf);
    return asset === undefined || !isOpen ? [] : [{ row: id, set: { editionOf: asset } }];
  });
  if (changes.length > 0) staging.setEach(changes);
}

/** By row, of which one it was said to be an edition. */
type Staged = ReadonlyMap<string, string>;

/** What an edition of a row became that is left itself. */
function editionsLeft(before: Staged, assets: ReadonlyMap<string, string>, row: string): string | undefined {
  for (const [edition, asset] of assets) if (before.get(edition) === row) return asset;
  return undefined;
}

/** Of which row or asset each of some rows is an edition. */
export function editionsOfRows(staging: Staging, rows: readonly string[]): Staged {
  return new Map(
    rows.flatMap((id) => {
      const { editionOf } = staging.held(id).row.fields;
      return editionOf == null ? [] : [[id, editionOf] as const];
    }),
  );
}
