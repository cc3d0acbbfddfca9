import type { AssetSummary, AssetVersion } from '../../contract/assets.ts';
import { readableVersion } from './assets.ts';
import { isRecording, namesOf, stemOf } from './companion-names.ts';
import { documentKind } from './version-view.ts';
import type { WithAssets } from './with-assets.ts';

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
  if (!isCaptions && !isRecording(kind)) return null;
  const name = stemOf(body.fileName);
  const names = namesOf(name);
  const found = [...replica.summaries.visible().values()]
    .filter(({ version }) =>
      isCaptions
        ? isRecording(version.kind) && names.has(stemOf(version.fileName))
        : version.kind === 'captions' && namesOf(stemOf(version.fileName)).has(name),
    )
    .toSorted((a, b) => orderOf(a, name).localeCompare(orderOf(b, name)))
    .at(0);
  return found === undefined ? null : { asset: found.id, version: found.version };
}

function orderOf({ version }: AssetSummary, name: string): string {
  return `${stemOf(version.fileName) === name ? 0 : 1} ${version.fileName} ${version.id}`;
}
