import type { AskedPage } from '../../contract/page-picture.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import { isRecognized } from '../../shared/recognized-words.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import type { PlacedText, Thumbnail } from '../ports/extractor.ts';
import { presentPath, readableVersion } from './assets.ts';
import { documentKind } from './version-view.ts';
import type { WithAssets } from './with-assets.ts';

/** A picture of one page, where it can be had: PDF, slides, Word, sheets, images, and texts in small. Throws `Refusal`. */
export async function pagePicture(
  replica: WithAssets,
  { version, page, width, words, drawnOnly }: AskedPage,
): Promise<Thumbnail | undefined> {
  const { body } = readableVersion(replica, version);
  const kind = documentKind(body.kind);
  let picture: Thumbnail | undefined;
  const hasFile = kind === 'docx' && (await replica.ports.home.blobs.has(body.sha256));
  if (hasFile || DRAWN_FROM_FILE.has(kind)) {
    const path = await presentPath(replica, body.sha256);
    const recognized = words.length > 0 ? await recognizedText(replica, body, page) : undefined;
    picture = await replica.ports.extractor.pagePicture(path, kind, page, width, words, recognized);
  }
  return picture ?? (drawnOnly === true ? undefined : await textPicture(replica, body, page, width, words));
}

/** The text of a page that was recognized on its picture; undefined where it was not, or has not arrived. */
async function recognizedText(
  replica: WithAssets,
  body: VersionState['body'],
  page: number,
): Promise<PlacedText | undefined> {
  const { textBlob } = body;
  if (textBlob === undefined || !isRecognized(body, page)) return undefined;
  if (!(await replica.ports.home.blobs.has(textBlob))) return undefined;
  const { text, recognized } = (await replica.texts.read(textBlob))[page - 1] ?? {};
  return text === undefined || recognized === undefined ? undefined : { text, boxes: recognized.boxes };
}

/** Kinds whose pages are drawn from the file only. Word's are where it is here; what others say is drawn from their texts, which are on every device. */
const DRAWN_FROM_FILE: ReadonlySet<DocumentKind> = new Set(['pdf', 'image', 'pptx', 'xlsx']);

/** A page's text in small; undefined where it has none or it has not arrived. */
async function textPicture(
  replica: WithAssets,
  body: VersionState['body'],
  page: number,
  width: number,
  words: readonly string[],
): Promise<Thumbnail | undefined> {
  const { textBlob, mediaType } = body;
  if (textBlob === undefined || !(await replica.ports.home.blobs.has(textBlob))) return undefined;
  const text = (await replica.texts.read(textBlob))[page - 1]?.text;
  if (text === undefined) return undefined;
  const look = /^text\/(csv|tab-separated-values)$/.test(mediaType) ? 'sheet' : 'page';
  return replica.ports.extractor.textPicture({ text, look }, width, words);
}
