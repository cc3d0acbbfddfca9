import { msg } from '@lingui/core/runtime-macro';
import type { PlaceKind } from '../shared/hub-location.ts';
import { sentence } from './sentence.ts';

/** What an invitation tells. */
type Invited = {
  /** Its name. */
  readonly hub: string;
  readonly kind: PlaceKind;
  /** Where it is, as people know it. */
  readonly place: string;
  /** The same folder of a server as other systems than Windows write it. */
  readonly smb?: string | undefined;
  readonly fingerprint: string;
  /** What Kitbag reads. */
  readonly line: string;
  /** Opens the keys that go with it. */
  readonly password?: string | undefined;
};

/** What somebody sends to colleagues so that they join, with the line that Kitbag reads. */
export function invitationText(invited: Invited): string {
  const { hub, fingerprint, line } = invited;
  return [
    sentence(msg`Our content hub “${{ hub }}” is in Kitbag now.`),
    ...(invited.kind === 'folder' ? howToJoinFolder(invited) : howToJoinBucket(invited)),
    sentence(msg`Check that Kitbag shows this fingerprint: ${{ fingerprint }}`),
    sentence(msg`(if it shows another one, it is not our hub: do not join, and tell me)`),
    '',
    line,
  ].join('\n');
}

function howToJoinFolder(invited: Invited): readonly string[] {
  return [
    ...whereItIs(invited),
    sentence(msg`2. Open Kitbag, choose “Use an invitation”, paste this whole text, and choose that folder.`),
    sentence(msg`3. Say who you are. Search works as soon as the texts have arrived.`),
  ];
}

/** How colleagues find the folder: that of a server is at the same place for all, others lie elsewhere on each computer. */
function whereItIs({ place, smb }: Invited): readonly string[] {
  if (smb === undefined)
    return [
      sentence(msg`1. Make sure that you have this shared folder on your computer:`),
      `     ${place}`,
      `    ${sentence(msg`(yours may be in another place; look for its name)`)}`,
    ];
  return [
    sentence(msg`1. Make sure that you can open this folder of our file server:`),
    `     ${place}`,
    `    ${sentence(msg`(on a Mac or on Linux: ${{ smb }})`)}`,
  ];
}

function howToJoinBucket({ place, password }: Invited): readonly string[] {
  return [
    sentence(msg`1. Open Kitbag and choose “Use an invitation”.`),
    sentence(msg`2. Paste this whole text.`),
    sentence(
      password === undefined
        ? msg`3. Enter your keys for the bucket, and say who you are.`
        : msg`3. Enter the password that you get another way, and say who you are.`,
    ),
    sentence(msg`The hub is at ${{ place }}`),
  ];
}
