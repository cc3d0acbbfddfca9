import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/runtime-macro';
import type { PlaceKind } from '../shared/hub-location.ts';
import { sentence } from './sentence.ts';

const WHO_CAN: Readonly<Record<PlaceKind, () => readonly MessageDescriptor[]>> = {
  folder: () => [
    msg`Anyone who can open the folder can read everything in the hub, also who opened and saved what. That holds while they wait to be let in, and after they were removed.`,
    msg`Anyone who can write to the folder can put files there. What they publish, change or rate counts only as far as their role in the hub allows; every device checks that.`,
    msg`Anyone who can write to the folder can delete or damage what is in it. Devices ignore what was damaged, keep what they have, and send their own part again.`,
  ],
  bucket: () => [
    msg`Anyone whose keys can read the bucket can read everything in the hub, also who opened and saved what. That holds while they wait to be let in, and after they were removed.`,
    msg`Anyone whose keys can write to the bucket can put objects there. What they publish, change or rate counts only as far as their role in the hub allows; every device checks that.`,
    msg`With the hub’s bucket policy, keys of reps write only under their own device’s name; those of marketers also write files, those of leads also the hub’s description. Without it, anyone who can write to the bucket can delete or damage what is in it; devices ignore what was damaged, keep what they have, and send their own part again.`,
  ],
};

/**
 * Who can read and write what in a shared hub, in sentences: said where one is shared (window and command line), and in `SECURITY.md`, whose test
 * compares them.
 */
export function whoCan(kind: PlaceKind): readonly string[] {
  return WHO_CAN[kind]().map(sentence);
}
