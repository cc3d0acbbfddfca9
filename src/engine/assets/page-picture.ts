import type { DocumentKind } from '../../contract/common.ts';
import type { AskedPage } from '../../contract/page-picture.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { OpenHub } from '../open-hub.ts';
import type { Thumbnail } from '../ports/extractor.ts';
import { presentPath, readableVersion } from './assets.ts';
import { documentKind } from './version-view.ts';

/** A picture of one page, where it can be had: PDF, slides, Word, sheets, images, and texts in small. Throws `Refusal`. */
export async function pagePicture(
  hub: OpenHub,
  { version, page, width, words }: AskedPage,
): Promise<Thumbnail | undefined> {
  const { body } = readableVersion(hub, version);
  const kind = documentKind(body.kind);
  let picture: Thumbnail | undefined;
  const hasFile = kind === 'docx' && (await hub.ports.home.blobs.has(body.sha256 as Sha256));
  if (hasFile || DRAWN_FROM_FILE.has(kind)) {
    const path = await presentPath(hub, body.sha256 as Sha256);
    picture = await hub.ports.extractor.pagePicture(path, kind, page, width, words);
  }
  return picture ?? (await textPicture(hub, body, page, width, words));
}

/** Kinds whose pages are drawn from the file only. Word's are where it is here; what others say is drawn from their texts, which are on every device. */
const DRAWN_FROM_FILE: ReadonlySet<DocumentKind> = new Set(['pdf', 'image', 'pptx', 'xlsx']);

/** A page's text in small; undefined where it has none or it has not arrived. */
async function textPicture(
  hub: OpenHub,
  body: VersionState['body'],
  page: number,
  width: number,
  words: readonly string[],
): Promise<Thumbnail | undefined> {
  const { textBlob, mediaType } = body;
  if (textBlob === undefined || !(await hub.ports.home.blobs.has(textBlob as Sha256))) return undefined;
  const text = (await hub.texts.read(textBlob))[page - 1]?.text;
  if (text === undefined) return undefined;
  const look = /^text\/(csv|tab-separated-values)$/.test(mediaType) ? 'sheet' : 'page';
  return hub.ports.extractor.textPicture({ text, look }, width, words);
}
