import type { Slide } from '../../contract/presenting.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { LONGEST_NOTES, LONGEST_SLIDE_WORDS } from '../../shared/vocabulary/presenting.ts';
import { versionPreview } from '../assets/assets.ts';
import { documentKind } from '../assets/version-view.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import type { PageText } from '../ports/extractor.ts';

/** Kinds that are made of pages which are drawn as they look. */
const PAGED: ReadonlySet<DocumentKind> = new Set(['pdf', 'pptx', 'docx', 'xlsx', 'image']);

/** Pages of a document: runs, both ends among them; none: all of them. */
type Runs = readonly (readonly [number, number])[];

type Part = {
  readonly asset: string;
  readonly title: string;
  readonly body: VersionState['body'];
  readonly pages: Runs;
};

/** Whether documents of this kind can be shown page by page. */
export function isPaged(kind: string): boolean {
  return PAGED.has(documentKind(kind));
}

/** The pages of a version that are shown, in order: without those that its author hid, of the chosen ones only. Throws `Refusal`, `StorageError`. */
export async function slidesOf(
  replica: WithAssets,
  { asset, title, body, pages: runs }: Part,
): Promise<Slide[]> {
  const texts = await replica.texts.read(body.textBlob).catch(() => []);
  const deck = documentKind(body.kind) === 'pptx' ? await hiddenOfDeck(replica, body.id) : undefined;
  const count = Math.max(1, deck?.length ?? body.pageCount);
  const isChosen = (page: number): boolean =>
    runs.length === 0 || runs.some(([from, to]) => page >= from && page <= to);
  const slides: Slide[] = [];
  let first = true;
  for (let page = 1; page <= count; page++) {
    const text = texts[page - 1];
    const drawn = deck?.[page - 1];
    if (drawn?.hidden === true || text?.hidden === true) continue;
    // The picture that lists show of a document is of its first page that is not hidden.
    const kept = first ? body.thumbnail?.sha256 : undefined;
    first = false;
    if (!isChosen(page)) continue;
    slides.push({
      ...{ asset, version: body.id, title, page, label: drawn?.label ?? text?.label ?? String(page) },
      words: wordsOf(text).slice(0, LONGEST_SLIDE_WORDS),
      notes: (drawn?.notes ?? notesOf(text)).slice(0, LONGEST_NOTES),
      ...(kept !== undefined && { kept }),
    });
  }
  return slides;
}

/** What a deck itself says of its slides: the text of it may not have arrived. */
async function hiddenOfDeck(replica: WithAssets, version: string) {
  const preview = await versionPreview(replica, version);
  return preview.preview === 'slides' ? preview.slides : undefined;
}

function wordsOf(text: PageText | undefined): string {
  return (text?.text ?? '').slice(0, text?.notesAt ?? text?.asideAt).trim();
}

function notesOf(text: PageText | undefined): string {
  return text?.notesAt === undefined ? '' : text.text.slice(text.notesAt, text.asideAt).trim();
}
