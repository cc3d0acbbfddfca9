import type { Thumbnail } from '../../../engine/ports/extractor.ts';
import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { THUMBNAIL_WIDTH } from './card.ts';
import { drawImage } from './draw-image.ts';

/** Bytes of the picture that a package brings along. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Narrower ones are the icon-sized pictures of old versions; a drawn card shows more. */
const MIN_WIDTH = 200;

/** The picture that PowerPoint saved of the first slide; undefined for other kinds, whose pictures are of empty corners. */
export async function packageThumbnail(
  office: OfficePackage,
  kind: DocumentKind,
): Promise<Thumbnail | undefined> {
  if (kind !== 'pptx') return undefined;
  return partThumbnail(office, office.related('', 'thumbnail')[0]);
}

/** A picture that a package has in this part, unless it is missing, too large, or no more than an icon. */
export async function partThumbnail(
  office: OfficePackage,
  part: string | undefined,
): Promise<Thumbnail | undefined> {
  const entry = part === undefined ? undefined : office.zip.find(part);
  const bytes = entry ? office.zip.read(entry, MAX_BYTES) : undefined;
  if (!bytes) return undefined;
  const drawn = await drawImage(bytes, THUMBNAIL_WIDTH);
  return drawn && drawn.width >= MIN_WIDTH ? drawn : undefined;
}
