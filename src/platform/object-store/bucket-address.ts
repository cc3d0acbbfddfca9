import { BUCKET_STYLES, type BucketAddress, type BucketStyle } from '../../shared/hub-location.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Says, says } from '../../shared/says/says.ts';

/** Reading the address of a bucket, typed in one text or in the fields of a form. */

/** What is wrong with an address; `field` names the field of a form. Never repeats what was typed: it might hold a key. */
type AddressProblem = { readonly field: AddressField; readonly says: Says };
type AddressField = 'endpoint' | 'region' | 'bucket' | 'prefix' | 'style' | 'profile' | 'address';

/** What was typed; what is missing follows from the rest. */
type TypedAddress = {
  readonly endpoint?: string;
  readonly region?: string;
  readonly bucket: string;
  readonly prefix?: string;
  readonly style?: BucketStyle;
};

const LONGEST_TEXT = 2000;
/** Names of AWS, and the looser ones of older buckets and other stores. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;
const REGION = /^[a-z0-9][a-z0-9-]{0,63}$/i;
const PROFILE = /^[^\p{C}[\]]{1,128}$/u;
/** The longest key below it has 150 characters, and S3 allows 1024 bytes. */
const LONGEST_PREFIX = 200;
const DEFAULT_REGION = 'us-east-1';
const KNOWN = new Set(['endpoint', 'region', 'style', 'profile']);

/** Whether a text means a bucket at all. */
export function isBucketText(text: string): boolean {
  return /^s3:\/\//i.test(text.trim());
}

/** Reads `s3://bucket/prefix?endpoint=…&region=…&style=path&profile=…`. */
export function readBucketText(
  text: string,
): Result<{ readonly address: BucketAddress; readonly profile?: string }, AddressProblem> {
  const trimmed = text.trim();
  const parts = /^s3:\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/i.exec(trimmed);
  if (parts === null || trimmed.length > LONGEST_TEXT) {
    return problem('address', says('bucket.not-an-address'));
  }
  const [, host = '', path = '', query = ''] = parts;
  if (host.includes('@')) {
    return problem('address', says('bucket.keys-in-address'));
  }
  const given = new URLSearchParams(query.replaceAll('+', '%2B'));
  const unknown = [...given.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined) {
    return problem('address', says('bucket.unknown-parameter'));
  }
  const style = given.get('style');
  if (style !== null && !isStyle(style)) return problem('style', says('bucket.unknown-style'));
  const prefix = decoded(path);
  if (prefix === undefined) return problem('prefix', says('bucket.path-not-encoded'));
  const endpoint = given.get('endpoint');
  const region = given.get('region');
  const address = readBucketAddress({
    bucket: host,
    prefix,
    ...(endpoint !== null && { endpoint }),
    ...(region !== null && { region }),
    ...(style !== null && { style }),
  });
  if (!address.ok) return address;
  const profile = given.get('profile');
  if (profile === null) return ok({ address: address.value });
  if (!isProfileName(profile)) return problem('profile', says('bucket.not-a-profile'));
  return ok({ address: address.value, profile });
}

/** Reads the fields of a form: without an endpoint it is AWS; the style follows from the endpoint unless it is said. */
export function readBucketAddress(typed: TypedAddress): Result<BucketAddress, AddressProblem> {
  const bucket = typed.bucket.trim();
  if (!BUCKET.test(bucket) || bucket.includes('..')) {
    return problem('bucket', says('bucket.not-a-name'));
  }
  const region = (typed.region ?? '').trim() || DEFAULT_REGION;
  if (!REGION.test(region)) return problem('region', says('bucket.not-a-region'));
  const prefix = (typed.prefix ?? '').trim().replaceAll(/^\/+|\/+$/g, '');
  if (!isPrefix(prefix)) {
    return problem('prefix', says('bucket.not-a-path'));
  }
  const endpoint = readEndpoint(typed.endpoint ?? '', region);
  if (!endpoint.ok) return endpoint;
  const style = typed.style ?? (isAws(endpoint.value) && !bucket.includes('.') ? 'host' : 'path');
  if (style === 'host' && !hasHostOf(endpoint.value, bucket)) {
    return problem('style', says('bucket.no-host-style'));
  }
  return ok({ endpoint: endpoint.value, region, bucket, prefix, style });
}

/** Whether a text can be the name of a profile in the shared credentials file. */
export function isProfileName(name: string): boolean {
  return PROFILE.test(name) && name.trim() === name;
}

function readEndpoint(typed: string, region: string): Result<string, AddressProblem> {
  const text = typed.trim();
  if (text === '') return ok(`https://s3.${region}.amazonaws.com`);
  const wrong = problem('endpoint', says('bucket.not-a-store-address'));
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    return wrong;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return wrong;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return wrong;
  if (url.pathname !== '/') {
    return problem('endpoint', says('bucket.store-address-with-path'));
  }
  return ok(url.origin);
}

/** Whether the bucket's name can stand before the store's: not before an IP address. */
function hasHostOf(endpoint: string, bucket: string): boolean {
  const url = new URL(endpoint);
  return URL.canParse(`${url.protocol}//${bucket}.${url.host}`) && !url.hostname.startsWith('[');
}

function isAws(endpoint: string): boolean {
  return /\.amazonaws\.com(?:\.cn)?$/.test(new URL(endpoint).hostname);
}

function isPrefix(prefix: string): boolean {
  if (prefix === '') return true;
  if (prefix.length > LONGEST_PREFIX || /\p{C}|\\/u.test(prefix)) return false;
  return prefix.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function isStyle(style: string): style is BucketStyle {
  return (BUCKET_STYLES as readonly string[]).includes(style);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function problem(field: AddressField, why: Says): { readonly ok: false; readonly error: AddressProblem } {
  return err({ field, says: why });
}
