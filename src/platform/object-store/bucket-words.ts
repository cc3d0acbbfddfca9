import type { PlaceWords } from '../../engine/ports/place-words.ts';

/** What is said of a hub in a bucket. */
export const BUCKET_WORDS: PlaceWords = {
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
    noDescription: 'The hub’s description (hub.json) is not in the bucket. Joining goes on when it is.',
    incomplete: 'Not all of the hub is in the bucket yet',
    there: 'in the bucket',
    restore: 'ask the lead who shared the hub to restore the bucket’s last good versions.',
    noCode:
      'No device of this hub shows this code. You are not in yet. Check the code, make sure that the other device has synced, and try again.',
  },
};
