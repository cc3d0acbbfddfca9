import type { VersionBody } from '../../domain/versions/version-body.ts';
import { OLD_DECK, OLD_SHEETS, OLD_WORD } from '../../shared/vocabulary/old-formats.ts';

type Document = Pick<VersionBody, 'kind' | 'mediaType'>;

/** Formats that Kitbag kept without reading them, or read as if they were plain text, until it read them. */
const READ_LATER: ReadonlySet<string> = new Set([
  'text/plain',
  'application/json',
  'application/rtf',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/epub+zip',
  'application/vnd.ms-outlook',
  'image/svg+xml',
]);

/** Formats of Office before 2007, and a workbook in binary parts, which was taken for any package of Office's. */
const OLD_OFFICE: ReadonlySet<string> = new Set([OLD_WORD, OLD_DECK, OLD_SHEETS, 'application/x-ooxml']);
/** Pictures that Kitbag kept without drawing them. */
const DRAWN_LATER: ReadonlySet<string> = new Set(['image/tiff', 'image/heic']);

const WITH_LOOKS: ReadonlySet<string> = new Set(['pdf', 'pptx', 'docx', 'xlsx', 'markdown', 'html']);

/** Why a file had no text that later readers may find. */
const READ_ANEW: ReadonlySet<string> = new Set(['unsupported', 'no-text', 'garbled']);

/**
 * What each format of kept page texts changed, the oldest first: of which documents the text of the format before may be wrong. A line
 * more, whenever a reader finds other text than before in the same bytes, has all those read again. Texts that say no format are of 0.
 */
const FORMATS: readonly ((document: Document) => boolean)[] = [
  // 1: hidden text is told from shown, raised, lowered and struck characters from plain ones; plain text is decoded as it declares.
  ({ kind, mediaType }) => WITH_LOOKS.has(kind) || kind === 'text' || mediaType === 'application/rtf',
  // 2: numbers of sheets are shown by all of a format's rules (conditions, fractions, masks); all character references of HTML are known.
  ({ kind }) => kind === 'xlsx' || kind === 'html' || kind === 'markdown',
  // 3: mail, OpenDocument, books, captions, calendars, XML, JSON and drawings are read; titles of RTF may stand in Unicode.
  ({ mediaType }) => READ_LATER.has(mediaType),
  // 4: charts of Office 2016 (funnels, waterfalls, treemaps) have their categories among their words.
  ({ kind }) => kind === 'pptx' || kind === 'docx' || kind === 'xlsx',
  // 5: Word documents that note no pages are laid out; footnotes and comments stand on the page that refers to them.
  ({ kind }) => kind === 'docx',
  // 6: words of PDFs are whole where they are set with wide spacing, and apart where boxes stand beside each other.
  ({ kind }) => kind === 'pdf',
  // 7: documents of Office before 2007 are read.
  ({ mediaType }) => OLD_OFFICE.has(mediaType),
  // 8: small capitals that are said to be off take no other room: pages of Word documents begin elsewhere.
  ({ kind }) => kind === 'docx',
  // 9: notes of slides are told from slides, footers and what masters print are found; what HTML hides by its style is told apart, in
  // mail and books too; more of the built-in formats of sheets' numbers are known.
  ({ kind, mediaType }) =>
    /^(pptx|xlsx|html|markdown|email)$/.test(kind) || mediaType === 'application/epub+zip',
  // 10: pictures of scanners and phones are drawn (their text is none, as before).
  isDrawnLater,
  // 11: texts of OpenDocument that note no pages are laid out.
  ({ mediaType }) => mediaType === 'application/vnd.oasis.opendocument.text',
  // 12: a picture says that its words wait to be recognized, not that there are none.
  ({ kind, mediaType }) => kind === 'image' && mediaType !== 'image/svg+xml',
  // 13: lines of Word documents stand on their section's grid, and all rows of endless tables take room: pages begin elsewhere.
  ({ kind }) => kind === 'docx',
];

/** The format in which page texts are written today; raised by a line of {@link FORMATS}. */
export const TEXT_FORMAT = FORMATS.length;

/** Whether a document's picture may have been a card with its name until Kitbag drew it. */
export function isDrawnLater({ mediaType }: Pick<VersionBody, 'mediaType'>): boolean {
  return DRAWN_LATER.has(mediaType);
}

/** Whether a version's text was written in an older format, and its document may hold what that could not say. */
export function isOutdated(
  body: Document & {
    readonly text: { readonly state: string; readonly reason?: string | undefined };
    readonly textFormat?: number | undefined;
  },
): boolean {
  const { state, reason } = body.text;
  // Files that an older Kitbag refused for another reason are no better now.
  if (state === 'not' && !READ_ANEW.has(reason ?? '') && !isDrawnLater(body)) return false;
  return FORMATS.slice(body.textFormat ?? 0).some((concerns) => concerns(body));
}
