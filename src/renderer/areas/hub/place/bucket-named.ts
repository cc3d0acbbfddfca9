import type { NamedBucket } from '../../../../contract/hub.ts';
import type { HubLocation, SecretRef } from '../../../../shared/hub-location.ts';

/** Keys that this device has for a bucket: where from, never the keys themselves. */
export type KnownKeys = {
  readonly secret: SecretRef;
  /** Stands for the place that they were entered for; absent: that where the hub is. */
  readonly grant?: string;
};

/** What a form for a bucket begins with. */
export type KnownBucket = { readonly named: NamedBucket; readonly keys?: KnownKeys };

/** A bucket for the form that changes it, with the keys that are known for it; undefined for a folder. */
export function knownBucket(location: HubLocation, grant?: string): KnownBucket | undefined {
  if (location.kind === 'folder') return undefined;
  const { endpoint, region, bucket, prefix, style, secret } = location;
  const keys = { secret, ...(grant !== undefined && { grant }) };
  return { named: { endpoint, region, bucket, prefix, style }, keys };
}
