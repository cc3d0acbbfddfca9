import type { AssetVersion } from '../../contract/assets.ts';
import { documentKindSchema, type Member } from '../../contract/common.ts';
import { restoredByNote } from '../../domain/assets/restored-note.ts';
import type { StandingVersion } from '../../domain/versions/versions.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { LIBRE_OFFICE } from '../../shared/vocabulary/old-formats.ts';
import { textStateOf } from '../base/text-state.ts';

const kinds: ReadonlySet<string> = new Set(documentKindSchema.options);

/** A kind of document that this version of Kitbag may not know. */
export function documentKind(kind: string): DocumentKind {
  return kinds.has(kind) ? (kind as DocumentKind) : 'other';
}

/** A version as the window wants it. A thumbnail that has not arrived is not spoken of. `hiddenToo`: the person finds what authors hid. */
export function versionView(
  version: StandingVersion,
  addedBy: Member,
  isHere: (sha256: string) => boolean,
  hiddenToo: boolean,
): AssetVersion {
  const { body } = version;
  const restored = restoredByNote(body.note);
  return {
    id: body.id,
    number: version.number,
    sha256: body.sha256,
    size: body.size,
    fileName: body.fileName,
    mediaType: body.mediaType,
    kind: documentKind(body.kind),
    pageCount: body.pageCount,
    ...(body.approximatePages && { approximatePages: true }),
    ...(body.readBy === LIBRE_OFFICE && { readBy: LIBRE_OFFICE }),
    words: body.words,
    text: textStateOf(body.text, body.pageCount),
    ...(body.textBlob !== undefined && { textSha256: body.textBlob }),
    ...(body.hidden && hiddenToo && { findsHidden: true }),
    ...(body.recognized && { recognized: body.recognized }),
    ...(body.thumbnail && isHere(body.thumbnail.sha256) && { thumbnail: body.thumbnail }),
    ...(!isHere(body.sha256) && { away: true }),
    ...(body.textBlob !== undefined && !isHere(body.textBlob) && { textAway: true }),
    addedAt: version.since,
    addedBy,
    ...(body.note !== undefined && { note: body.note }),
    ...(restored !== undefined && { restored }),
    ...(body.writtenAt !== undefined && { writtenAt: body.writtenAt }),
    ...(version.state === 'draft' && { draft: true }),
  };
}
