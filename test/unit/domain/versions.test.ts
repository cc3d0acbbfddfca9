import { describe, expect, it } from 'vitest';
import type { AssetState } from '../../../src/domain/assets/assets.ts';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import {
  currentVersion,
  renewedAt,
  renewedAtTime,
  standingVersions,
  verificationOf,
  versionStateOf,
  waitingVersion,
} from '../../../src/domain/versions/versions.ts';
import { assetBody, EventMaker, foldContext, idOf, versionBody } from '../../support/event-maker.ts';

const asset = idOf('a', 1);
const version = (number: number, change: object = {}) => ({ ...versionBody(number), ...change });

/** An asset with version 1, and what a marketer (2) did then. */
function assetAfter(act: (write: (kind: string, body: object) => void) => void, who = 2): AssetState {
  const maker = new EventMaker().found().join(2, 'marketer').join(3, 'rep');
  maker.write(2, 2, 'asset-added', { ...assetBody(1), at: 100 });
  act((kind, body) => maker.write(who, who, kind, { asset, ...body }));
  const state = foldCatalog(maker.events, foldContext).assets.get(asset);
  if (state === undefined) throw new Error('The asset is not there.');
  return state;
}

const ids = (state: AssetState) =>
  standingVersions(state).map(({ body, number, state: of }) => [body.id, number, of]);
const currentOf = (state: AssetState) => currentVersion(standingVersions(state))?.body.id;
const verifiedAt = (state: AssetState) => {
  const current = currentVersion(standingVersions(state));
  return current && verificationOf(state, current)?.value.at;
};

describe('a draft version', () => {
  it('waits beside the published one', () => {
    const state = assetAfter((write) => write('asset-version-drafted', { version: version(2), at: 200 }));
    expect(currentOf(state)).toBe(idOf('v', 1));
    expect(waitingVersion(standingVersions(state))?.body.id).toBe(idOf('v', 2));
    expect(ids(state)).toEqual([
      [idOf('v', 1), 1, 'published'],
      [idOf('v', 2), 2, 'draft'],
    ]);
  });

  it('comes out when it is published, by the word of who does so', () => {
    const state = assetAfter((write) => {
      write('asset-version-drafted', { version: version(2), at: 200 });
      write('asset-version-added', { version: version(3), at: 300 });
      write('asset-version-moved', { version: idOf('v', 2), to: 'published', at: 400 });
    });
    expect(ids(state)).toEqual([
      [idOf('v', 1), 1, 'published'],
      [idOf('v', 3), 2, 'published'],
      [idOf('v', 2), 3, 'published'],
    ]);
    expect(currentVersion(standingVersions(state))?.since).toBe(400);
  });

  it('goes when it is dropped, and waits again when that is taken back', () => {
    const dropped = { version: idOf('v', 2), to: 'dropped', at: 300 };
    const state = assetAfter((write) => {
      write('asset-version-drafted', { version: version(2), at: 200 });
      write('asset-version-moved', dropped);
    });
    expect(ids(state)).toEqual([[idOf('v', 1), 1, 'published']]);
    expect(versionStateOf(state, idOf('v', 2))).toBe('dropped');
    const again = assetAfter((write) => {
      write('asset-version-drafted', { version: version(2), at: 200 });
      write('asset-version-moved', dropped);
      write('asset-version-moved', { version: idOf('v', 2), to: 'draft', at: 400 });
    });
    expect(versionStateOf(again, idOf('v', 2))).toBe('draft');
  });

  it('is no way to take back what was published from the start', () => {
    const state = assetAfter((write) =>
      write('asset-version-moved', { version: idOf('v', 1), to: 'dropped', at: 200 }),
    );
    expect(currentOf(state)).toBe(idOf('v', 1));
  });

  it('that came out is taken back by who published it, and by nobody else', () => {
    const withdrawn = { version: idOf('v', 1), at: 200 };
    expect(currentOf(assetAfter((write) => write('asset-version-withdrawn', withdrawn)))).toBeUndefined();
    const byAnother = assetAfter((write) => write('asset-version-withdrawn', withdrawn), 1);
    expect(currentOf(byAnother)).toBe(idOf('v', 1));
  });

  it('is neither made nor published by a rep', () => {
    const state = assetAfter((write) => {
      write('asset-version-drafted', { version: version(2), at: 200 });
      write('asset-version-moved', { version: idOf('v', 2), to: 'published', at: 300 });
    }, 3);
    expect(ids(state)).toEqual([[idOf('v', 1), 1, 'published']]);
    expect(state.moves).toBeUndefined();
  });
});

describe('verification', () => {
  it('lapses with the version that it is of', () => {
    const state = assetAfter((write) => {
      write('asset-verified', { version: idOf('v', 1), at: 200 });
      write('asset-version-added', { version: version(2), at: 300 });
    });
    expect(verifiedAt(state)).toBeUndefined();
  });

  it('of old journals is of the version that was current then', () => {
    const before = assetAfter((write) => {
      write('asset-verified', { at: 200 });
      write('asset-version-added', { version: version(2), at: 300 });
    });
    expect(verifiedAt(before)).toBeUndefined();
    const after = assetAfter((write) => {
      write('asset-version-added', { version: version(2), at: 300 });
      write('asset-verified', { at: 400 });
    });
    expect(verifiedAt(after)).toBe(400);
  });

  it('of the current version stays while a draft waits, and is not of the draft that comes out', () => {
    const waits = assetAfter((write) => {
      write('asset-version-drafted', { version: version(2), at: 150 });
      write('asset-verified', { at: 200 });
    });
    expect(verifiedAt(waits)).toBe(200);
    const out = assetAfter((write) => {
      write('asset-version-drafted', { version: version(2), at: 150 });
      write('asset-verified', { at: 200 });
      write('asset-version-moved', { version: idOf('v', 2), to: 'published', at: 300 });
    });
    expect(verifiedAt(out)).toBeUndefined();
  });
});

describe('freshness', () => {
  const renewed = (state: AssetState) => {
    const current = currentVersion(standingVersions(state));
    return current && renewedAt(current, verificationOf(state, current)?.value);
  };

  it('begins with the document’s own date, which is never later than the version', () => {
    const dated = (writtenAt: number) =>
      assetAfter((write) => write('asset-version-added', { version: version(2, { writtenAt }), at: 300 }));
    expect(renewed(dated(50))).toBe(50);
    expect(renewed(dated(4_000_000_000_000))).toBe(300);
  });

  it('begins with the version where nothing says the document’s date', () => {
    expect(renewed(assetAfter(() => undefined))).toBe(100);
  });

  it('begins again with a verification', () => {
    const state = assetAfter((write) => {
      write('asset-version-added', { version: version(2, { writtenAt: 50 }), at: 300 });
      write('asset-verified', { version: idOf('v', 2), at: 400 });
    });
    expect(renewed(state)).toBe(400);
    expect([99, 150, 350, 400].map((time) => renewedAtTime(state, time))).toEqual([undefined, 100, 50, 400]);
  });
});
