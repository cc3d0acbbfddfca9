import { publishedVersions, sourceOf } from '../../domain/assets/variant-selectors.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import type { OpenAssets } from './with-assets.ts';

/** That a new version of an asset has what the current one of its original says; nothing where it is no variant. */
export function followingOf({ catalog, ports }: OpenAssets, asset: string, version: string): PlainDraft[] {
  const original = sourceOf(catalog, asset);
  const follows = original === undefined ? undefined : publishedVersions(catalog, original).at(-1)?.body.id;
  if (follows === undefined) return [];
  return [{ kind: 'asset-variant-followed', body: { asset, version, follows, at: ports.clock.now() } }];
}
