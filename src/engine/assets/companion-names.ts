import type { AssetSummary, AssetVersion } from '../../contract/assets.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';

const RECORDINGS: ReadonlySet<DocumentKind> = new Set(['video', 'audio']);
/** `demo.de.vtt`, `demo.pt-BR.srt`: the language of captions stands at the end of their name. */
const LANGUAGE = /\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/** Whether a kind of document is listened to or watched. */
export function isRecording(kind: DocumentKind): boolean {
  return RECORDINGS.has(kind);
}

/** The names that a recording may have whose captions are called so. */
export function namesOf(captions: string): ReadonlySet<string> {
  return new Set([captions, captions.replace(LANGUAGE, '')]);
}

/** The name that recordings and captions belong together by. */
export function stemOf(fileName: string): string {
  return fileName
    .toLowerCase()
    .normalize('NFC')
    .replace(/\.[^.]*$/, '');
}

/** The names of all recordings that some assets are captions of, where the captions can be searched and `counts` says so. */
export function captionedNames(
  assets: Iterable<AssetSummary>,
  counts: (asset: AssetSummary) => boolean = () => true,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const asset of assets) {
    const { version } = asset;
    if (version.kind !== 'captions' || version.text.state === 'not' || !counts(asset)) continue;
    for (const name of namesOf(stemOf(version.fileName))) names.add(name);
  }
  return names;
}

/** A version as it is said to be found: a recording through its captions, where there are some. */
export function foundByCaptions(version: AssetVersion, captioned: ReadonlySet<string>): AssetVersion {
  const { text } = version;
  const isByCaptions = text.state === 'searchable' && text.by === 'captions';
  const hasNone = text.state === 'not' && text.reason === 'no-text';
  if (!isRecording(version.kind) || !(hasNone || isByCaptions)) return version;
  if (captioned.has(stemOf(version.fileName)) === isByCaptions) return version;
  return {
    ...version,
    text: isByCaptions ? { state: 'not', reason: 'no-text' } : { state: 'searchable', by: 'captions' },
  };
}
