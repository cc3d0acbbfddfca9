import { describe, expect, it } from 'vitest';
import { foldCatalog } from '../../../../src/domain/fold/fold-catalog.ts';
import { MODEL } from '../../../../src/domain/registry.ts';
import type { FoldListener } from '../../../../src/engine/live/live-catalog.ts';
import { KnownFiles } from '../../../../src/engine/publish/known-files.ts';
import {
  assetBody,
  EventMaker,
  foldContext,
  idOf,
  shaOf,
  versionBody,
} from '../../../support/event-maker.ts';

const [first, second] = [idOf('a', 1), idOf('a', 2)];
const sha256 = shaOf(77);

describe('the bytes that assets have', () => {
  it('are still known by their second owner where the first has dropped them', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    const draftOf = (asset: string, number: number) =>
      maker.write(2, 2, 'asset-version-drafted', {
        asset,
        version: { ...versionBody(number), sha256 },
        at: 200,
      });
    for (const number of [1, 2]) maker.write(2, 2, 'asset-added', { ...assetBody(number), at: 100 });
    draftOf(first, 3);
    draftOf(second, 4);
    const listeners: FoldListener[] = [];
    const catalog = {
      state: foldCatalog(maker.events, foldContext),
      onFold: (listener: FoldListener) => void listeners.push(listener),
    };
    const known = new KnownFiles(catalog);
    expect(known.assetWith(sha256)).toBe(first);

    const dropIn = (asset: string, version: string) => {
      maker.write(2, 2, 'asset-version-moved', { asset, version, to: 'dropped', at: 300 });
      catalog.state = foldCatalog(maker.events, foldContext);
      const touched = MODEL.nothingTouched();
      touched.entries.assets.add(asset);
      for (const listener of listeners) listener({ touched, usedAssets: new Set(), refolded: false });
    };
    dropIn(first, idOf('v', 3));
    expect(known.assetWith(sha256)).toBe(second);
    dropIn(second, idOf('v', 4));
    expect(known.assetWith(sha256)).toBeUndefined();
  });

  it('are looked through when somebody asks first, not when a replica is opened or something arrives', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    for (const number of [1, 2]) maker.write(2, 2, 'asset-added', { ...assetBody(number), at: 100 });
    const folded = foldCatalog(maker.events, foldContext);
    let looks = 0;
    const listeners: FoldListener[] = [];
    const catalog = {
      get state() {
        looks += 1;
        return folded;
      },
      onFold: (listener: FoldListener) => void listeners.push(listener),
    };
    const known = new KnownFiles(catalog);
    const touched = MODEL.nothingTouched();
    touched.entries.assets.add(first);
    for (const listener of listeners) listener({ touched, usedAssets: new Set(), refolded: true });
    expect(looks).toBe(0);
    expect(known.assetWith(assetBody(2).version.sha256)).toBe(second);
    expect(looks).toBeGreaterThan(0);
  });
});
