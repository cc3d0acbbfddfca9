import { BUCKET_STYLES, type BucketAddress, type BucketStyle } from '../../shared/hub-location.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** Reading the address of a bucket, typed in one text or in the fields of a form. */

/** What is wrong with an address; `field` names the field of a form. Never repeats what was typed: it might hold a key. */
type AddressProblem = { readonly field: AddressField; readonly message: string };
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
    return problem(
      'address',
      'This is no address of a bucket. It reads s3://bucket/prefix?endpoint=URL&region=REGION.',
    );
  }
  const [, host = '', path = '', query = ''] = parts;
  if (host.includes('@')) {
    return problem(
      'address',
      'Keys don’t belong in an address: it is shown and sent to colleagues. Give them by themselves, and make new ones if somebody may have seen these.',
    );
  }
  const given = new URLSearchParams(query.replaceAll('+', '%2B'));
  const unknown = [...given.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined) {
    return problem(
      'address',
      'The address has a parameter that Kitbag doesn’t know. It takes endpoint, region, style and profile.',
    );
  }
  const style = given.get('style');
  if (style !== null && !isStyle(style)) return problem('style', 'The style of an address is path or host.');
  const prefix = decoded(path);
  if (prefix === undefined)
    return problem('prefix', 'The path in the bucket isn’t written as an address needs it (%).');
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
  if (!isProfileName(profile)) return problem('profile', 'This is no name of a profile.');
  return ok({ address: address.value, profile });
}

/** Reads the fields of a form: without an endpoint it is AWS; the style follows from the endpoint unless it is said. */
export function readBucketAddress(typed: TypedAddress): Result<BucketAddress, AddressProblem> {
  const bucket = typed.bucket.trim();
  if (!BUCKET.test(bucket) || bucket.includes('..')) {
    return problem(
      'bucket',
      'This is no name of a bucket: it has 3 or more letters, digits, dots and dashes.',
    );
  }
  const region = (typed.region ?? '').trim() || DEFAULT_REGION;
  if (!REGION.test(region)) return problem('region', 'This is no name of a region, such as eu-central-1.');
  const prefix = (typed.prefix ?? '').trim().replaceAll(/^\/+|\/+$/g, '');
  if (!isPrefix(prefix)) {
    return problem(
      'prefix',
      'This can’t be a path in a bucket: names between slashes, at most 200 characters.',
    );
  }
  const endpoint = readEndpoint(typed.endpoint ?? '', region);
  if (!endpoint.ok) return endpoint;
  const style = typed.style ?? (isAws(endpoint.value) && !bucket.includes('.') ? 'host' : 'path');
  if (style === 'host' && !hasHostOf(endpoint.value, bucket)) {
    return problem(
      'style',
      'A store whose address is a number has no host for each bucket. Use path (style=path).',
    );
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
  const wrong = problem('endpoint', 'This is no web address of a store, such as https://s3.example.com.');
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    return wrong;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return wrong;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return wrong;
  if (url.pathname !== '/') {
    return problem(
      'endpoint',
      'The store’s address has a path. Kitbag needs it without one, such as https://s3.example.com.',
    );
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

function problem(
  field: AddressField,
  message: string,
): { readonly ok: false; readonly error: AddressProblem } {
  return err({ field, message });
}
