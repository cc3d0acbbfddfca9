import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/runtime-macro';
import type { BucketSays } from '../shared/says/place.ts';
import type { Words } from './words.ts';

/** What is said of a hub in a bucket, of its address and its keys, and of what a test found. */

export const bucketWords: Words<BucketSays> = {
  'bucket.no-hub': () =>
    msg`The bucket is there, but there is no hub at this place in it. Nothing here was changed, and nothing was taken away. Check the bucket and the path, or ask the lead who shared the hub.`,
  'bucket.unreadable-hub': () =>
    msg`The hub’s description can’t be read. Nothing here was changed; this is tried again.`,
  'bucket.other-hub': () =>
    msg`Another hub is at this place in the bucket. Nothing was synced with it. Connect to the place of your own hub.`,
  'bucket.busy': () => msg`The bucket is too busy to answer. Nothing is lost; this is tried again.`,
  'bucket.denied': () =>
    msg`The bucket does not accept this device’s keys, or they don’t allow it to read and write there. Nothing is lost: what you do is kept here and sent later. Test the connection, and enter new keys if these were replaced.`,
  'bucket.full': () =>
    msg`The bucket takes no more: it is full. Nothing is lost: what you do is kept here and sent when there is room.`,
  'bucket.broken': () =>
    msg`The bucket answers in a way that Kitbag doesn’t understand. What is on this device is safe. Test the connection to see what is wrong.`,
  'bucket.read-only': ({ device }) =>
    msg`This device’s keys can read the hub, but not write where this device writes (devices/${{ device }}/), so nothing that you do reaches your colleagues. Nothing is lost: it is kept here and sent as soon as they may. Ask a content lead to allow this device in the bucket’s policy, or enter other keys.`,
  'bucket.gone': () =>
    msg`The hub can’t be reached: the bucket is no longer there. Everything you do is kept on this device. Ask who looks after the bucket.`,
  'bucket.unreachable': () =>
    msg`The bucket can’t be reached now. Nothing was changed. Check the address and the network, and try again.`,
  'bucket.nothing-to-join': () =>
    msg`There is no hub at this place in the bucket. Nothing was changed. Check the bucket and the path, or ask your lead for an invitation.`,
  'bucket.forged': () =>
    msg`The hub’s description in this bucket was not signed by its founder: somebody changed it. Nothing was joined or changed. Ask the lead who shared the hub.`,
  'bucket.part-of-hub': () =>
    msg`Part of a hub is at this place in the bucket already. Nothing was changed. Choose another path in the bucket, or join that hub.`,
  'bucket.has-other-hub': ({ name }) =>
    msg`Another hub (${{ name }}) is at this place in the bucket already. Nothing was changed. Choose another path in the bucket, or join that hub.`,
  'bucket.has-not-hub': ({ name }) =>
    msg`The hub ${{ name }} is not at this place in the bucket. Nothing was changed. Check the bucket and the path.`,
  'bucket.joining-offline': () =>
    msg`The bucket can’t be reached now. What came so far is kept. Joining goes on when it can be reached again.`,
  'bucket.joining-read-only': ({ device }) =>
    msg`These keys can read the hub, but not write where this device writes (devices/${{ device }}/), so nobody in the hub can hear of you. Ask your lead for keys that may write there, and send them that name; or enter other keys. Joining goes on as soon as they may.`,
  'bucket.joining-without-description': () =>
    msg`The hub’s description (hub.json) is not in the bucket. Joining goes on when it is.`,
  'bucket.joining-incomplete': ({ missing, named }) =>
    msg`${plural({ missing }, { one: msg`Not all of the hub is in the bucket yet: # of ${plural({ named }, { one: '# object', other: '# objects' })} is missing. Joining goes on when it arrives.`, other: msg`Not all of the hub is in the bucket yet: # of ${plural({ named }, { one: '# object', other: '# objects' })} are missing. Joining goes on when they arrive.` })}`,
  'bucket.joining-altered': (counts) => (counts.missing === 0 ? altered(counts) : alteredAndMissing(counts)),
  'bucket.joining-unknown-code': () =>
    msg`No device of this hub shows this code. You are not in yet. Check the code, make sure that the other device has synced, and try again.`,
  'bucket.not-here': () => msg`Buckets can’t be used here. Choose a folder.`,
  'bucket.no-keys': () =>
    msg`There are no keys for this bucket where Kitbag looks for them on this computer: in the environment, in a profile, or among the keys that it keeps. Enter the access key and the secret key.`,
  'bucket.no-such-bucket': () =>
    msg`The store answers, but it has no bucket of this name. Check the name, or make the bucket there first.`,
  'bucket.wrong-region': () => msg`The bucket is in another region. Look up its region where it was made.`,
  'bucket.wrong-region-known': ({ region }) =>
    msg`The bucket is in another region: ${{ region }}. Enter that one.`,
  'bucket.bad-keys': () =>
    msg`The store does not accept these keys. Check the access key and the secret key, or make new ones; a session token may have expired.`,
  'bucket.no-list': () =>
    msg`The keys are good, but they aren’t allowed to list the bucket. Allow them ListBucket, as the bucket policy that Kitbag suggests does.`,
  'bucket.no-read': () =>
    msg`The keys aren’t allowed to read objects in the bucket. Allow them GetObject, as the bucket policy that Kitbag suggests does.`,
  'bucket.no-write': () =>
    msg`The keys aren’t allowed to write where this device writes. Allow them PutObject, as the bucket policy that Kitbag suggests does.`,
  'bucket.clock-skew': () =>
    msg`This computer’s clock and the store’s are too far apart, so the store refuses every request. Set the clock of this computer.`,
  'bucket.certificate': () =>
    msg`The store’s certificate can’t be trusted: it has expired, belongs to another name, or was issued by somebody whom this computer doesn’t know. Check the address, or ask who looks after the network.`,
  'bucket.proxy': () =>
    msg`The proxy of this network does not answer, or does not let Kitbag through to the store. Ask who looks after the network.`,
  'bucket.nothing-answers': () =>
    msg`Nothing answers at this address. Check the address and the network, and try again.`,
  'bucket.not-s3': () =>
    msg`Something answers at this address, but not as an S3-compatible store does. Check the address: https or http in front, and that of the store, not of its website.`,
  'bucket.plain-http': () =>
    msg`The address begins with http: anyone on the network in between can read what is synced.`,
  'bucket.overwrites': () =>
    msg`The store does not check before it overwrites. Kitbag looks before it writes instead.`,
  'bucket.clock-off': () => msg`This computer’s clock is off by more than a minute. Kitbag allows for it.`,
  'bucket.not-an-address': () =>
    msg`This is no address of a bucket. It reads s3://bucket/prefix?endpoint=URL&region=REGION.`,
  'bucket.keys-in-address': () =>
    msg`Keys don’t belong in an address: it is shown and sent to colleagues. Give them by themselves, and make new ones if somebody may have seen these.`,
  'bucket.unknown-parameter': () =>
    msg`The address has a parameter that Kitbag doesn’t know. It takes endpoint, region, style and profile.`,
  'bucket.unknown-style': () => msg`The style of an address is path or host.`,
  'bucket.path-not-encoded': () => msg`The path in the bucket isn’t written as an address needs it (%).`,
  'bucket.not-a-profile': () => msg`This is no name of a profile.`,
  'bucket.not-a-name': () =>
    msg`This is no name of a bucket: it has 3 or more letters, digits, dots and dashes.`,
  'bucket.not-a-region': () => msg`This is no name of a region, such as eu-central-1.`,
  'bucket.not-a-path': () =>
    msg`This can’t be a path in a bucket: names between slashes, at most 200 characters.`,
  'bucket.no-host-style': () =>
    msg`A store whose address is a number has no host for each bucket. Use path (style=path).`,
  'bucket.not-a-store-address': () => msg`This is no web address of a store, such as https://s3.example.com.`,
  'bucket.store-address-with-path': () =>
    msg`The store’s address has a path. Kitbag needs it without one, such as https://s3.example.com.`,
};

type Counts = BucketSays['bucket.joining-altered'];

function altered({ altered, named }: Counts): MessageDescriptor {
  return msg`${plural({ altered }, { one: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the bucket is not what the hub’s devices wrote: changed, damaged, or only half copied.`, other: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the bucket are not what the hub’s devices wrote: changed, damaged, or only half copied.` })} If this stays, ask the lead who shared the hub to restore the bucket’s last good versions.`;
}

function alteredAndMissing({ altered, named, missing }: Counts): MessageDescriptor {
  return msg`${plural({ altered }, { one: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the bucket is not what the hub’s devices wrote: changed, damaged, or only half copied.`, other: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the bucket are not what the hub’s devices wrote: changed, damaged, or only half copied.` })} ${plural({ missing }, { one: '# more is missing.', other: '# more are missing.' })} If this stays, ask the lead who shared the hub to restore the bucket’s last good versions.`;
}
