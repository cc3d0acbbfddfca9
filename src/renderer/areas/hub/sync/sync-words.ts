import { plural, t } from '@lingui/core/macro';
import type { DeviceSync, HubState, SyncState } from '../../../../contract/hub.ts';
import { say } from '../../../../words/say.ts';
import { sentences } from '../../../../words/sentence.ts';
import { formatBytes, formatNumber } from '../../../ui/format.ts';

/** The vocabulary's words for where a replica stands. */
export const SYNC_NAMES: Readonly<Record<SyncState, string>> = {
  private: t`Private hub`,
  synced: t`Synced`,
  pending: t`Pending`,
  syncing: t`Syncing`,
  behind: t`Behind`,
  blocked: t`Blocked`,
  offline: t`Offline`,
  waiting: t`Waiting to be let in`,
  removed: t`Not a member`,
};

/** What colour its dot has: colour only where it means something. */
export const SYNC_TONES: Readonly<Record<SyncState, 'plain' | 'good' | 'info' | 'warn' | 'bad'>> = {
  private: 'plain',
  synced: 'good',
  pending: 'info',
  syncing: 'info',
  behind: 'warn',
  blocked: 'bad',
  offline: 'warn',
  waiting: 'info',
  removed: 'bad',
};

/** Where one stands, as a sentence or two. */
export function syncSentence(state: HubState): string {
  switch (state.state) {
    case 'private':
      return t`This hub is on this device only. Share it in a folder that your colleagues have too, or in a bucket, so that they can join it.`;
    case 'synced':
      return t`Up to date with your team: what you did is in the hub, and what your colleagues did is here.`;
    case 'pending':
      return plural(state.pending, {
        one: '# of your changes is safe on this device but not in the hub yet. It takes a few seconds.',
        other: '# of your changes are safe on this device but not in the hub yet. It takes a few seconds.',
      });
    case 'syncing':
      return t`Syncing with the hub.`;
    case 'behind':
      return t`Some of what your colleagues did is not here yet. The table says whose, and why.`;
    case 'blocked':
    case 'offline':
    case 'waiting':
    case 'removed':
      return state.says === undefined
        ? t`Nothing is syncing at the moment. What you do is safe on this device.`
        : say(state.says);
  }
}

/** How far an exchange is, or how far fetching files is. */
export function progressSentence(progress: NonNullable<HubState['progress']>): string {
  const { phase, done, total, bytes } = progress;
  const sized = bytes > 0 ? [formatBytes(bytes)] : [];
  const now = formatNumber(done);
  switch (phase) {
    case 'receiving':
      return [
        plural(total, {
          one: `Receiving from ${now} of # device`,
          other: `Receiving from ${now} of # devices`,
        }),
        ...sized,
      ].join(' · ');
    case 'sending-files':
      return [t`Sending files: ${now} of ${{ total: formatNumber(total) }}`, ...sized].join(' · ');
    case 'sending':
      return t`Sending`;
    case 'fetching-files':
      return [t`Downloading files: ${now} of ${{ total: formatNumber(total) }}`, ...sized].join(' · ');
  }
}

/** Which files are here. */
export function filesSentence({ altered, ...files }: HubState['files']): string {
  if (altered === 0) return keptSentence(files);
  return sentences(
    keptSentence(files),
    plural(altered, {
      one: '# file in the hub isn’t the one that was published, so it wasn’t downloaded: ask whoever published it to publish it again.',
      other:
        '# files in the hub aren’t the ones that were published, so they weren’t downloaded: ask whoever published them to publish them again.',
    }),
  );
}

function keptSentence({ wanted, here, missingBytes }: Omit<HubState['files'], 'altered'>): string {
  if (wanted === 0) return t`No files are kept on this device.`;
  if (here >= wanted)
    return plural(wanted, {
      one: 'The file is on this device.',
      other: 'All # files are on this device.',
    });
  const arrived = formatNumber(here);
  const missing = formatBytes(missingBytes);
  return plural(wanted, {
    one: `${arrived} of # file is on this device; ${missing} to come.`,
    other: `${arrived} of # files are on this device; ${missing} to come.`,
  });
}

/** How a device stands, in a word or two. */
export function standingWord(device: DeviceSync): { word: string; tone: 'plain' | 'good' | 'warn' } {
  if (device.self) return { word: t`This device`, tone: 'plain' };
  if (device.behind > 0)
    return {
      word: plural(device.behind, { one: '# change behind', other: '# changes behind' }),
      tone: 'warn',
    };
  if (device.trouble !== undefined) return { word: t`Needs review`, tone: 'warn' };
  if (device.seenAt === undefined) return { word: t`Not seen yet`, tone: 'plain' };
  return { word: t`All here`, tone: 'good' };
}
