import type { AskedPlace, GivenKeys } from '../../../../contract/hub.ts';
import type { KnownBucket, KnownKeys } from './bucket-named.ts';

/** What one can choose. */
type KeysFrom = Exclude<GivenKeys['from'], 'kept'>;

/** What is typed into the form. */
export type Typed = {
  readonly bucket: string;
  readonly endpoint: string;
  readonly region: string;
  readonly prefix: string;
  readonly style: 'path' | 'host' | '';
  readonly from: KeysFrom;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly profile: string;
};

/** What the form begins with. */
export function begun(known: KnownBucket | undefined): Typed {
  const { bucket = '', endpoint = '', region = '', prefix = '', style = '' } = known?.named ?? {};
  const { secret } = known?.keys ?? {};
  const profile = secret?.from === 'profile' ? secret.name : '';
  const from = secret === undefined || secret.from === 'kept' ? 'typed' : secret.from;
  const keys = { accessKeyId: '', secretAccessKey: '', sessionToken: '', profile };
  return { bucket, endpoint, region, prefix, style, from, ...keys };
}

/** What is asked about; null while something is missing. */
export function askedOf(typed: Typed, kept: KnownKeys | undefined): AskedPlace | null {
  const bucket = typed.bucket.trim();
  const keys = keysOf(typed, kept);
  if (bucket === '' || keys === null) return null;
  const { endpoint, region, prefix, style } = typed;
  return { bucket: { bucket, endpoint, region, prefix, ...(style !== '' && { style }) }, keys };
}

function keysOf(
  { from, accessKeyId, secretAccessKey, sessionToken, profile }: Typed,
  kept: KnownKeys | undefined,
): GivenKeys | null {
  if (from === 'environment') return { from };
  if (from === 'profile') return profile.trim() === '' ? null : { from, name: profile.trim() };
  const { grant } = kept ?? {};
  if (kept !== undefined && [accessKeyId, secretAccessKey, sessionToken].every((text) => text.trim() === ''))
    return { from: 'kept', ...(grant !== undefined && { grant }) };
  if (accessKeyId.trim() === '' || secretAccessKey.trim() === '') return null;
  return { from, accessKeyId, secretAccessKey, ...(sessionToken.trim() !== '' && { sessionToken }) };
}

/** Where the keys come from, by what a control says. */
export function fromOf(value: string): KeysFrom {
  return value === 'profile' || value === 'environment' ? value : 'typed';
}

/** The style, by what a control says. */
export function styleOf(value: string): Typed['style'] {
  return value === 'path' || value === 'host' ? value : '';
}
