import type { NamedBucket, NamedKeys } from '../../engine/ports/hub-places.ts';
import type { Secrets } from '../../engine/ports/secrets.ts';
import type { BucketAddress, HubLocation, SecretRef } from '../../shared/hub-location.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { isBucketText, isProfileName, readBucketAddress, readBucketText } from './bucket-address.ts';
import { type Environment, environmentKeys, keysText } from './bucket-keys.ts';

/** Where no buckets can be used there are no secrets either. */
export const NO_BUCKETS: { readonly secrets: Secrets; readonly env: Environment } = {
  secrets: {
    hold: () => '',
    keep: async () => undefined,
    reveal: async () => err('missing'),
    forget: async () => undefined,
  },
  env: {},
};

/** A bucket out of the fields of a form, with keys that were typed held. What is wrong is said of one field, without repeating what was typed. */
export function namedBucket(
  { bucket, endpoint, region, prefix, style }: NamedBucket,
  keys: NamedKeys,
  secrets: Secrets,
): Result<HubLocation, { readonly field: string; readonly says: Says }> {
  const read = isBucketText(bucket)
    ? readBucketText(bucket)
    : wrapped(
        readBucketAddress({
          bucket,
          ...(endpoint !== undefined && { endpoint }),
          ...(region !== undefined && { region }),
          ...(prefix !== undefined && { prefix }),
          ...(style !== undefined && { style }),
        }),
      );
  if (!read.ok) return read;
  const { address, profile } = read.value;
  if (keys.from === 'profile' && !isProfileName(keys.name))
    return err({ field: 'profile', says: says('bucket.not-a-profile') });
  const secret: SecretRef =
    profile === undefined ? secretOf(keys, secrets) : { from: 'profile', name: profile };
  return ok({ kind: 'bucket', ...address, secret });
}

/**
 * A location as it was written, with keys of the environment held where they last: the window that is opened later has no such variables. Keys of
 * a session end soon, and are asked for each time.
 */
export function withEnvironment(location: HubLocation, secrets: Secrets, env: Environment): HubLocation {
  if (location.kind !== 'bucket' || location.secret.from !== 'environment') return location;
  const keys = environmentKeys(env);
  if (keys !== undefined && keys.sessionToken === undefined)
    return { ...location, secret: { from: 'kept', id: secrets.hold(keysText(keys)) } };
  if (keys === undefined && env.AWS_PROFILE !== undefined && isProfileName(env.AWS_PROFILE))
    return { ...location, secret: { from: 'profile', name: env.AWS_PROFILE } };
  return location;
}

function secretOf(keys: NamedKeys, secrets: Secrets): SecretRef {
  if (keys.from === 'kept') return keys;
  if (keys.from === 'environment') return { from: 'environment' };
  if (keys.from === 'profile') return { from: 'profile', name: keys.name };
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  const text = keysText({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) });
  return { from: 'kept', id: secrets.hold(text) };
}

function wrapped<Failure>(
  read: Result<BucketAddress, Failure>,
): Result<{ readonly address: BucketAddress; readonly profile?: string }, Failure> {
  return read.ok ? ok({ address: read.value }) : read;
}
