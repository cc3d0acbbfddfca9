/** Where a hub is: the union that settings, windows and the command line share, and how a place is told and compared. */

/** A folder that colleagues have too, as an absolute path of this computer. */
export type FolderLocation = { readonly kind: 'folder'; readonly folder: string };

/** How a store wants the bucket's name in its addresses: in the path, or as part of the host. */
export const BUCKET_STYLES = ['path', 'host'] as const;
export type BucketStyle = (typeof BUCKET_STYLES)[number];

/** Which bucket of which S3-compatible store, and where in it. The same for everybody; nothing of it is secret. */
export type BucketAddress = {
  /** The store's web address, without a slash at the end. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Where in the bucket, without slashes at its ends; empty: at its root. */
  readonly prefix: string;
  readonly style: BucketStyle;
};

/** Where this device has the keys of a bucket from: a reference, never the keys themselves. */
export type SecretRef =
  /** Kept where the device's own key is kept, under this name. */
  | { readonly from: 'kept'; readonly id: string }
  /** The variables of whoever starts Kitbag. */
  | { readonly from: 'environment' }
  /** A profile of the computer's shared credentials file. */
  | { readonly from: 'profile'; readonly name: string };

/** A bucket, with where this device has its keys from. */
export type BucketLocation = BucketAddress & { readonly kind: 'bucket'; readonly secret: SecretRef };

/** Where a hub is, for one device. */
export type HubLocation = FolderLocation | BucketLocation;

/** The kinds of place; what is said differs by them. */
export const PLACE_KINDS = ['folder', 'bucket'] as const satisfies readonly HubLocation['kind'][];
export type PlaceKind = HubLocation['kind'];

/** A location as people know it: a path, or the address of a bucket. Holds nothing secret. */
export function locationText(location: HubLocation): string {
  return location.kind === 'folder' ? location.folder : bucketText(location);
}

/** The one text form of a bucket: `s3://bucket/prefix?endpoint=…&region=…&style=path`. */
export function bucketText(address: BucketAddress): string {
  const { endpoint, region, bucket, prefix, style } = address;
  const path = prefix === '' ? '' : `/${prefix.split('/').map(encodeURIComponent).join('/')}`;
  // What is readable in a query stays readable: people compare these addresses.
  const query = `endpoint=${encodeURI(endpoint).replaceAll(/[&#+]/g, encodeURIComponent)}&region=${encodeURIComponent(region)}&style=${style}`;
  return `s3://${bucket}${path}?${query}`;
}

/** Whether two locations are the same place, wherever the keys come from. */
export function isSamePlace(one: HubLocation, other: HubLocation): boolean {
  return locationText(one) === locationText(other) && one.kind === other.kind;
}

/** Whether nothing is different, the reference to the keys included. */
export function isSameLocation(one: HubLocation | undefined, other: HubLocation | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The name under which a location's keys are kept on this device; `undefined` where they come from elsewhere, or there are none. */
export function keptSecret(location: HubLocation | undefined): string | undefined {
  return location?.kind === 'bucket' && location.secret.from === 'kept' ? location.secret.id : undefined;
}
