import { describe, expect, it } from 'vitest';
import type { PlaceKind } from '../../../src/shared/hub-location.ts';
import { isSays } from '../../../src/shared/says/says.ts';
import { bucketWords } from '../../../src/words/bucket.ts';
import { folderWords } from '../../../src/words/folder.ts';
import { hubWords } from '../../../src/words/hub.ts';
import { invitationText } from '../../../src/words/invitation.ts';
import { say } from '../../../src/words/say.ts';
import { syncWords } from '../../../src/words/sync.ts';

/** Values of every name that these areas have. */
const VALUES = {
  ...{ device: 'f'.repeat(32), name: 'Acme', place: 'there', found: '1111', wanted: '2222' },
  ...{ missing: 1, named: 3, altered: 1, length: 300, most: 99 },
  ...{ smb: 'smb://server/share', above: '/there', code: 'EACCES', region: 'eu-1' },
};

/** The sentences of these codes. */
function sentences(words: object): string[] {
  return Object.keys(words).map((code) => {
    const told: unknown = { code, values: VALUES };
    if (!isSays(told)) throw new Error('It has the form of what is said.');
    return say(told);
  });
}

function invitations(kind: PlaceKind): string[] {
  const invited = { hub: 'Acme', kind, place: 'there', fingerprint: '1111', line: 'kitbag' };
  return [invitationText(invited), invitationText({ ...invited, password: 'AAAAA' })];
}

describe('What is said of a hub', () => {
  it('is whole, whatever it is about', () => {
    for (const sentence of sentences({ ...bucketWords, ...folderWords, ...hubWords, ...syncWords }))
      expect(sentence).toMatch(/^[A-Z1‘][^{}]*[.]$/);
  });

  it('speaks of no folder, drive or copying program where the hub is in a bucket', () => {
    const ofPlaces = sentences(bucketWords).filter((one) => !/^Buckets can’t be used here/.test(one));
    for (const sentence of [...ofPlaces, ...sentences(syncWords), ...invitations('bucket')])
      expect(sentence.replaceAll('data folder', '')).not.toMatch(/folder|drive|disk|OneDrive|being copied/i);
  });

  it('speaks of no bucket and no keys where it is in a folder', () => {
    const ofHubs = Object.keys(bucketWords).map((code) => code.replace('bucket.', 'folder.'));
    const ofPlaces = Object.fromEntries(
      Object.entries(folderWords).filter(([code]) => ofHubs.includes(code)),
    );
    expect(Object.keys(ofPlaces).length).toBeGreaterThan(15);
    for (const sentence of [...sentences(ofPlaces), ...sentences(syncWords), ...invitations('folder')])
      expect(sentence).not.toMatch(/bucket|\bkeys?\b/i);
  });

  it('counts what is missing, and what is not as it was written', () => {
    const incomplete = { code: 'folder.joining-incomplete' } as const;
    expect(say({ ...incomplete, values: { missing: 1, named: 3 } })).toBe(
      'The folder is still being copied: 1 of 3 objects is missing. Joining goes on when it arrives.',
    );
    expect(say({ ...incomplete, values: { missing: 2, named: 1 } })).toBe(
      'The folder is still being copied: 2 of 1 object are missing. Joining goes on when they arrive.',
    );
    const altered = { code: 'bucket.joining-altered' } as const;
    expect(say({ ...altered, values: { altered: 2, missing: 0, named: 9 } })).toBe(
      '2 of 9 objects in the bucket are not what the hub’s devices wrote: changed, damaged, or only half copied. If this stays, ask the lead who shared the hub to restore the bucket’s last good versions.',
    );
    expect(say({ ...altered, values: { altered: 1, missing: 3, named: 9 } })).toBe(
      '1 of 9 objects in the bucket is not what the hub’s devices wrote: changed, damaged, or only half copied. 3 more are missing. If this stays, ask the lead who shared the hub to restore the bucket’s last good versions.',
    );
  });
});
