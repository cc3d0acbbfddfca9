import type { AssetSummary, AssetVersion } from '../../contract/assets.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { readableVersion } from './assets.ts';
import { documentKind } from './version-view.ts';
import type { WithAssets } from './with-assets.ts';

const RECORDINGS: ReadonlySet<DocumentKind> = new Set(['video', 'audio']);
/** `demo.de.vtt`, `demo.pt-BR.srt`: the language of captions stands at the end of their name. */
const LANGUAGE = /\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/**
 * What belongs to a version by its file's name: the recording of captions (`demo.mp4` of `demo.de.vtt`), the captions of a recording. Of several the one
 * whose name is the same, then the first by name. Throws `Refusal` NOT_FOUND where the version itself may not be read.
 */
export function companionOf(
  replica: WithAssets,
  id: string,
): { asset: AssetSummary['id']; version: AssetVersion } | null {
  const { body } = readableVersion(replica, id);
  const kind = documentKind(body.kind);
  const isCaptions = kind === 'captions';
  if (!isCaptions && !RECORDINGS.has(kind)) return null;
  const name = stemOf(body.fileName);
  const names = namesOf(name);
  const found = [...replica.summaries.visible().values()]
    .filter(({ version }) =>
      isCaptions
        ? RECORDINGS.has(version.kind) && names.has(stemOf(version.fileName))
        : version.kind === 'captions' && namesOf(stemOf(version.fileName)).has(name),
    )
    .toSorted((a, b) => orderOf(a, name).localeCompare(orderOf(b, name)))
    .at(0);
  return found === undefined ? null : { asset: found.id, version: found.version };
}

/** The names that a recording may have whose captions are called so. */
function namesOf(captions: string): ReadonlySet<string> {
  return new Set([captions, captions.replace(LANGUAGE, '')]);
}

function stemOf(fileName: string): string {
  return fileName
    .toLowerCase()
    .normalize('NFC')
    .replace(/\.[^.]*$/, '');
}

function orderOf({ version }: AssetSummary, name: string): string {
  return `${stemOf(version.fileName) === name ? 0 : 1} ${version.fileName} ${version.id}`;
}
