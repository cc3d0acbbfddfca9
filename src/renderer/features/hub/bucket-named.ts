import type { NamedBucket } from '../../../contract/hub.ts';
import type { HubLocation } from '../../../shared/hub-location.ts';

/** A bucket's address for the form that changes it; undefined for a folder. */
export function bucketNamed(location: HubLocation): NamedBucket | undefined {
  if (location.kind === 'folder') return undefined;
  const { endpoint, region, bucket, prefix, style } = location;
  return { endpoint, region, bucket, prefix, style };
}
