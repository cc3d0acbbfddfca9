import type { AssetVersion } from '../../contract/assets.ts';
import { type DocumentKind, documentKindSchema, type Member } from '../../contract/common.ts';
import type { VersionState } from '../../domain/catalog-state.ts';
import { textStateOf } from '../messages.ts';

const kinds: ReadonlySet<string> = new Set(documentKindSchema.options);

/** A kind of document that this version of Kitbag may not know. */
export function documentKind(kind: string): DocumentKind {
  return kinds.has(kind) ? (kind as DocumentKind) : 'other';
}

/** A version as the window wants it. A thumbnail that has not arrived is not spoken of. */
export function versionView(
  version: VersionState,
  number: number,
  addedBy: Member,
  isHere: (sha256: string) => boolean,
): AssetVersion {
  const { body } = version;
  return {
    id: body.id,
    number,
    sha256: body.sha256,
    size: body.size,
    fileName: body.fileName,
    mediaType: body.mediaType,
    kind: documentKind(body.kind),
    pageCount: body.pageCount,
    words: body.words,
    text: textStateOf(body.text),
    ...(body.thumbnail && isHere(body.thumbnail.sha256) && { thumbnail: body.thumbnail }),
    ...(!isHere(body.sha256) && { away: true }),
    addedAt: version.at,
    addedBy,
    ...(body.note !== undefined && { note: body.note }),
  };
}
