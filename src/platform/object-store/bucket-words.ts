import type { PlaceWords } from '../../engine/ports/place-words.ts';
import type { BucketProblem, BucketReport } from './bucket/bucket-options.ts';

/** What is said of a hub in a bucket. */
export const BUCKET_WORDS: PlaceWords = {
  howToJoin: (place, withKeys) => [
    '1. Open Kitbag and choose “Use an invitation”.',
    '2. Paste this whole text.',
    withKeys
      ? '3. Enter the password that you get another way, and say who you are.'
      : '3. Enter your keys for the bucket, and say who you are.',
    `The hub is at ${place}`,
  ],
  blocked: {
    'no-hub':
      'The bucket is there, but there is no hub at this place in it. Nothing here was changed, and nothing was taken away. Check the bucket and the path, or ask the lead who shared the hub.',
    'unreadable-hub': 'The hub’s description can’t be read. Nothing here was changed; this is tried again.',
    'other-hub':
      'Another hub is at this place in the bucket. Nothing was synced with it. Connect to the place of your own hub.',
    busy: 'The bucket is too busy to answer. Nothing is lost; this is tried again.',
    denied:
      'The bucket does not accept this device’s keys, or they don’t allow it to read and write there. Nothing is lost: what you do is kept here and sent later. Test the connection, and enter new keys if these were replaced.',
    full: 'The bucket takes no more: it is full. Nothing is lost: what you do is kept here and sent when there is room.',
    broken:
      'The bucket answers in a way that Kitbag doesn’t understand. What is on this device is safe. Test the connection to see what is wrong.',
  },
  readOnly: (device) =>
    `This device’s keys can read the hub, but not write where this device writes (devices/${device}/), so nothing that you do reaches your colleagues. Nothing is lost: it is kept here and sent as soon as they may. Ask a content lead to allow this device in the bucket’s policy, or enter other keys.`,
  gone: 'The hub can’t be reached: the bucket is no longer there. Everything you do is kept on this device. Ask who looks after the bucket.',
  unreachable:
    'The bucket can’t be reached now. Nothing was changed. Check the address and the network, and try again.',
  noHub:
    'There is no hub at this place in the bucket. Nothing was changed. Check the bucket and the path, or ask your lead for an invitation.',
  forged:
    'The hub’s description in this bucket was not signed by its founder: somebody changed it. Nothing was joined or changed. Ask the lead who shared the hub.',
  partOfHub:
    'Part of a hub is at this place in the bucket already. Nothing was changed. Choose another path in the bucket, or join that hub.',
  otherHub: (name) =>
    `Another hub (${name}) is at this place in the bucket already. Nothing was changed. Choose another path in the bucket, or join that hub.`,
  notThisHub: (name) =>
    `The hub ${name} is not at this place in the bucket. Nothing was changed. Check the bucket and the path.`,
  joining: {
    offline:
      'The bucket can’t be reached now. What came so far is kept. Joining goes on when it can be reached again.',
    readOnly: (device) =>
      `These keys can read the hub, but not write where this device writes (devices/${device}/), so nobody in the hub can hear of you. Ask your lead for keys that may write there, and send them that name; or enter other keys. Joining goes on as soon as they may.`,
    noDescription: 'The hub’s description (hub.json) is not in the bucket. Joining goes on when it is.',
    incomplete: 'Not all of the hub is in the bucket yet',
    there: 'in the bucket',
    restore: 'ask the lead who shared the hub to restore the bucket’s last good versions.',
    noCode:
      'No device of this hub shows this code. You are not in yet. Check the code, make sure that the other device has synced, and try again.',
  },
};

/** There is nothing to sign with where the keys should come from. */
export const NO_KEYS =
  'There are no keys for this bucket where Kitbag looks for them on this computer: in the environment, in a profile, or among the keys that it keeps. Enter the access key and the secret key.';

/** Why a bucket can't be used: what is wrong, what to do. `detail`: the right region, the seconds between the clocks. */
export function problemSentence(problem: BucketProblem, detail: string | undefined): string {
  switch (problem) {
    case 'no-such-bucket':
      return 'The store answers, but it has no bucket of this name. Check the name, or make the bucket there first.';
    case 'wrong-region':
      return detail !== undefined && /^[a-z0-9-]{2,64}$/.test(detail)
        ? `The bucket is in another region: ${detail}. Enter that one.`
        : 'The bucket is in another region. Look up its region where it was made.';
    case 'bad-keys':
      return 'The store does not accept these keys. Check the access key and the secret key, or make new ones; a session token may have expired.';
    case 'no-list':
      return 'The keys are good, but they aren’t allowed to list the bucket. Allow them ListBucket, as the bucket policy that Kitbag suggests does.';
    case 'no-read':
      return 'The keys aren’t allowed to read objects in the bucket. Allow them GetObject, as the bucket policy that Kitbag suggests does.';
    case 'no-write':
      return 'The keys aren’t allowed to write where this device writes. Allow them PutObject, as the bucket policy that Kitbag suggests does.';
    case 'clock-skew':
      return 'This computer’s clock and the store’s are too far apart, so the store refuses every request. Set the clock of this computer.';
    case 'certificate':
      return 'The store’s certificate can’t be trusted: it has expired, belongs to another name, or was issued by somebody whom this computer doesn’t know. Check the address, or ask who looks after the network.';
    case 'proxy':
      return 'The proxy of this network does not answer, or does not let Kitbag through to the store. Ask who looks after the network.';
    case 'unreachable':
      return 'Nothing answers at this address. Check the address and the network, and try again.';
    case 'not-s3':
      return 'Something answers at this address, but not as an S3-compatible store does. Check the address: https or http in front, and that of the store, not of its website.';
  }
}

/** What is good to know of a bucket that works. */
export function testNotes(
  { conditional, skewSeconds }: Extract<BucketReport, { readonly ok: true }>,
  endpoint: string,
): readonly string[] {
  return [
    ...(endpoint.startsWith('http:')
      ? ['The address begins with http: anyone on the network in between can read what is synced.']
      : []),
    ...(conditional
      ? []
      : ['The store does not check before it overwrites. Kitbag looks before it writes instead.']),
    ...(skewSeconds === undefined
      ? []
      : ['This computer’s clock is off by more than a minute. Kitbag allows for it.']),
  ];
}
