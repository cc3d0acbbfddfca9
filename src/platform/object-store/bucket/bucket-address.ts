import type { BucketOptions } from './bucket-options.ts';

/** Where a bucket's objects are. */
type BucketAddress = Pick<BucketOptions, 'endpoint' | 'bucket' | 'prefix' | 'style'>;

/** A key of the store as the bucket has it: below the hub's prefix. */
export function keyInBucket(place: BucketAddress, key: string): string {
  return place.prefix === '' ? key : `${place.prefix}/${key}`;
}

/** The address of the bucket (an empty key) or of something in it, with a query. */
export function addressOf(
  place: BucketAddress,
  keyHere: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const url = new URL(place.endpoint);
  const path = keyHere.split('/').map(encoded).join('/');
  if (place.style === 'host') {
    url.hostname = `${place.bucket}.${url.hostname}`;
    url.pathname = `/${path}`;
  } else {
    url.pathname = `/${encoded(place.bucket)}${path === '' ? '' : `/${path}`}`;
  }
  // Not by `searchParams`, which writes a blank as `+`: signatures are over `%20`.
  url.search = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
  url.hash = '';
  return url.href;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
