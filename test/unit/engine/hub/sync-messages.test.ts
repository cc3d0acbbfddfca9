import { describe, expect, it } from 'vitest';
import {
  blockedMessage,
  copyingMessage,
  offlineMessage,
  REMOVED_MESSAGE,
  troubleMessage,
} from '../../../../src/engine/hub/sync-messages.ts';
import type { PlaceWords } from '../../../../src/engine/ports/place-words.ts';
import { BUCKET_WORDS } from '../../../../src/platform/object-store/bucket-words.ts';
import { FOLDER_WORDS } from '../../../../src/platform/object-store/folder-words.ts';
import { WAITING_MESSAGE } from '../../../../src/shared/let-in.ts';

const REASONS = [
  'no-hub',
  'other-hub',
  'newer-format',
  'forked',

  'busy',
  'denied',
  'full',
] as const;
const TROUBLES = ['not-arrived', 'missing', 'altered', 'forged', 'rolled-back', 'denied', 'broken'] as const;

/** Everything that may be said of a hub at a place of this kind. */
function sentences(words: PlaceWords): string[] {
  const { blocked, joining, otherHub, notThisHub, howToJoin, readOnly, ...rest } = words;
  const { readOnly: readOnlyJoining, ...whileJoining } = joining;
  return [
    ...Object.values(blocked),
    ...Object.values(whileJoining),
    readOnly('f'.repeat(32)),
    readOnlyJoining('f'.repeat(32)),
    ...Object.values(rest),
    ...howToJoin('there', true),
    ...howToJoin('there', false),
    otherHub('Acme'),
    notThisHub('Acme'),
    ...REASONS.map((reason) => blockedMessage(reason, words)),
    ...TROUBLES.map(troubleMessage),
    copyingMessage({ named: 3, missing: 1, altered: 0 }, words),
    copyingMessage({ named: 3, missing: 1, altered: 1 }, words),
    offlineMessage(words),
    offlineMessage(),
    REMOVED_MESSAGE,
    WAITING_MESSAGE,
  ];
}

describe('What is said of a hub', () => {
  it('speaks of no folder, drive or copying program where the hub is in a bucket', () => {
    for (const sentence of sentences(BUCKET_WORDS)) {
      expect(sentence.replaceAll('data folder', '')).not.toMatch(/folder|drive|disk|OneDrive|being copied/i);
    }
  });

  it('speaks of no bucket and no keys where it is in a folder', () => {
    for (const sentence of sentences(FOLDER_WORDS)) expect(sentence).not.toMatch(/bucket|\bkeys?\b/i);
  });
});
