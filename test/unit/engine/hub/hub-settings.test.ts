import { describe, expect, it } from 'vitest';
import { loadHubSettings, loadJoining, saveHubSettings } from '../../../../src/engine/hub/hub-settings.ts';
import type { LocalStore } from '../../../../src/engine/ports/snapshots.ts';
import type { HubLocation } from '../../../../src/shared/hub-location.ts';
import type { DeviceId, HubId } from '../../../../src/shared/vocabulary/ids.ts';

const hub = {
  hub: 'h_0000000000000001' as HubId,
  name: 'Acme',
  founder: '0123456789abcdef0123456789abcdef' as DeviceId,
};

function storeOf(kept: unknown): LocalStore {
  let value = kept;
  return {
    load: () => Promise.resolve(value),
    save: (_name, next) => {
      value = JSON.parse(JSON.stringify(next));
      return Promise.resolve();
    },
  };
}

describe('Where a hub is, as it is kept', () => {
  it('is a folder where an earlier version wrote its path', async () => {
    const location = { kind: 'folder', folder: '/srv/hub' };
    expect(await loadHubSettings(storeOf({ ...hub, location: '/srv/hub' }))).toEqual({ ...hub, location });
    expect(await loadJoining(storeOf({ location: '/srv/hub', joining: { name: 'Ben' } }))).toEqual({
      location,
      who: { name: 'Ben' },
    });
  });

  it('comes back as it was kept, whatever the kind', async () => {
    const folder: HubLocation = { kind: 'folder', folder: '/srv/hub' };
    const bucket: HubLocation = {
      kind: 'bucket',
      endpoint: 'https://s3.example.org',
      region: 'eu-1',
      bucket: 'acme',
      prefix: '',
      style: 'path',
      secret: { from: 'kept', id: 's1' },
    };
    for (const location of [folder, bucket]) {
      const local = storeOf(null);
      await saveHubSettings(local, { ...hub, location });
      expect(await loadHubSettings(local)).toEqual({ ...hub, location });
    }
  });
});
