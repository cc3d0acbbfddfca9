import type { AssetSummary } from '../../contract/assets.ts';

/** Raised when pieces, cleaning or splitting of texts change: everything is then indexed again. */
const INDEXING = 5;
/** Follows the fingerprint of an asset that was indexed without its text, because that had not arrived or could not be read. */
const WITHOUT_TEXT = '!';

/** Follows the fingerprint of an asset whose hidden parts are indexed too: who becomes a rep, or is one no longer, has it indexed again. */
const WITH_HIDDEN = 'h';

/** A summary is a value: what is worked out of one stays true, and most are the same from one state of the catalog to the next. */
const known = new WeakMap<AssetSummary, string>();

/** What changes whenever something that is indexed of an asset changes. */
export function fingerprintOf(asset: AssetSummary): string {
  const remembered = known.get(asset);
  if (remembered !== undefined) return remembered;
  const fingerprint = workOut(asset);
  known.set(asset, fingerprint);
  return fingerprint;
}

function workOut(asset: AssetSummary): string {
  const parts = [asset.version.id, asset.version.textSha256 ?? '', asset.title, asset.summary];
  parts.push(asset.language ?? '', ...asset.tags);
  // Behind a sign that no tag has; most have none, and need not be indexed again.
  if (asset.folder !== '') parts.push(`/${asset.folder}`);
  return `${INDEXING}.${hash(parts.join('\u0000'))}${asset.version.findsHidden ? WITH_HIDDEN : ''}`;
}

/** The fingerprint of an asset whose text is missing. */
export function withoutText(fingerprint: string): string {
  return `${fingerprint}${WITHOUT_TEXT}`;
}

/** Says whether an asset was indexed without its text. */
export function lacksText(fingerprint: string): boolean {
  return fingerprint.endsWith(WITHOUT_TEXT);
}

/** 53 bits that tell texts apart (cyrb53, public domain, by bryc); no protection against somebody who wants two to be the same. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
