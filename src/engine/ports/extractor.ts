import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import type { LIBRE_OFFICE } from '../../shared/vocabulary/old-formats.ts';
import type { Secret } from '../../shared/vocabulary/secrets.ts';
import type { PassingReason, UnsearchableReason } from '../../shared/vocabulary/unsearchable.ts';
import type { OpeningRefusal } from '../../shared/vocabulary/ways-out.ts';
import type { Assembler } from './assembler.ts';
import type { TextComparer } from './comparer.ts';
import type { InvitationClock, InvitationRead, InvitationSource } from './invitation.ts';
import type { SheetLook } from './sheet-look.ts';

/**
 * One page, slide or sheet: its label as a person would call it ('7', 'Slide 3', 'Prices') and its text. Raised, lowered and struck
 * characters are written as `shared/raised.ts` and `shared/struck.ts` have them.
 */
export type PageText = {
  readonly label: string;
  /** What is seen of a page that is shown; of a hidden one all there is. */
  readonly text: string;
  /** Where in the text the speaker's notes begin, and where what is the same on many pages (footers, what masters print): at the text's end, in this order. */
  readonly notesAt?: number;
  readonly asideAt?: number;
  /** The author hid the whole slide or sheet. */
  readonly hidden?: true;
  /** What the author hid on it: rows, columns, shapes, hidden text. */
  readonly hiddenText?: string;
  /** Its text was recognized on a picture of it. */
  readonly recognized?: Recognized;
};

/** How text was recognized on a picture of a page. */
export type Recognized = {
  /** How sure it is, in per cent. */
  readonly confidence: number;
  /** Where the words stand, as `shared/recognized-words.ts` has it; empty where that is not known. */
  readonly boxes: readonly number[];
};

/** A recognized text with where its words stand. */
export type PlacedText = { readonly text: string; readonly boxes: Recognized['boxes'] };

/** What recognizing the words on a picture of a page came to: only words that can be trusted. */
export type RecognizedPage =
  | { readonly found: 'words'; readonly text: string; readonly recognized: Recognized }
  | { readonly found: 'nothing' };

/** A page's text to be drawn: running text as a page, values parted by commas as a sheet. */
export type PageOfText = { readonly text: string; readonly look: 'page' | 'sheet' };

/** Whether a document's text is searchable. */
export type TextState =
  | { readonly state: 'searchable' }
  | { readonly state: 'partly'; readonly reason: UnsearchableReason; readonly pagesWithoutText: number }
  | { readonly state: 'not'; readonly reason: UnsearchableReason };

/** Why a file can't be an asset at all. */
export type RefusalReason =
  | 'empty' // zero bytes
  | 'damaged' // truncated or not what it says: no application could open it
  | 'bomb' // unpacks to absurd sizes
  | 'not-found' // went away before it could be read
  | 'not-readable' // no permission, or a device, pipe or socket
  | 'not-collateral'; // an executable or a script

/** A small picture of the first page. */
export type Thumbnail = {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/webp' | 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
};

/** What was found in a file. */
export type Extraction = {
  readonly kind: DocumentKind;
  /** By content, e.g. `application/pdf`; never taken from the name alone. */
  readonly mediaType: string;
  /** Set when the content is another kind than the name's ending says. */
  readonly misnamed: boolean;
  /** It is published only when a person was asked. */
  readonly secret?: Secret;
  /** From the document's metadata, else its first heading; absent when it has neither. Trimmed, one line, at most 300 characters. */
  readonly title?: string;
  /** When its content was last changed, by the document's own word (milliseconds since 1970); absent when it has none that makes sense. */
  readonly writtenAt?: number;
  /** Text by page; empty when there is none. No control characters but line breaks and tabs. */
  readonly pages: readonly PageText[];
  /** How many pages, slides or sheets the document has, with or without text; 1 for an image. */
  readonly pageCount: number;
  /** Where its pages begin was laid out by the reader, which no program noted: another one's may begin elsewhere. */
  readonly approximatePages?: true;
  /** Another program read it, as no reader of Kitbag's own could. */
  readonly readBy?: typeof LIBRE_OFFICE;
  readonly text: TextState;
  readonly words: number;
  /** BCP 47 language of the text, e.g. `en`, `de`, `zh`; absent when unsure. */
  readonly language?: string;
  readonly thumbnail?: Thumbnail;
};

/** How reading a file ended. A refusal keeps nothing of the file. */
export type ExtractionOutcome =
  | { readonly outcome: 'extracted'; readonly extraction: Extraction }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason };

/** Where something is, as fractions of a slide's width and height (0 to 1). */
type PlaceOnSlide = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** Where a click leads: a slide (1-based), or an address as the document has it, hostile until checked by whoever opens it. */
export type SlideLink = { readonly page: number } | { readonly address: string };
/** A part of a line in one look; its text as `PageText` has it, but that what is struck says so. */
export type WrittenPart = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly link?: SlideLink;
};
/** A line as it stands in the picture: its upper left corner, in fractions of width and height; width and size of letters in fractions of the width. */
export type WrittenLine = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly size: number;
  /** Degrees clockwise around its upper left corner. */
  readonly turn?: number;
  readonly rightToLeft?: true;
  readonly face?: 'serif' | 'mono';
  readonly parts: readonly WrittenPart[];
};
/** A paragraph's lines. */
export type WrittenParagraph = readonly WrittenLine[];
/** What a slide's picture shows, for whoever selects, finds, follows or can't see it; never markup from the file. */
export type SlideBlock =
  | {
      readonly block: 'text';
      readonly role: 'title' | 'body' | 'other';
      readonly paragraphs: readonly WrittenParagraph[];
    }
  /** Rows of cells of paragraphs. */
  | { readonly block: 'table'; readonly rows: readonly (readonly (readonly WrittenParagraph[])[])[] }
  /** The values that it shows, and what is written in it. */
  | ({
      readonly block: 'chart';
      readonly rows: readonly (readonly string[])[];
      readonly paragraphs: readonly WrittenParagraph[];
    } & PlaceOnSlide)
  | ({ readonly block: 'picture'; readonly alt: string } & PlaceOnSlide)
  /** A shape that leads somewhere as a whole. */
  | ({ readonly block: 'link'; readonly link: SlideLink; readonly name: string } & PlaceOnSlide);
/** A slide, but for its picture, which is drawn by itself. */
export type SlidePreview = {
  readonly label: string;
  readonly title?: string;
  readonly blocks: readonly SlideBlock[];
  readonly notes?: string;
  /** Left out when the deck is presented. */
  readonly hidden?: true;
};
export type SheetPreview = {
  readonly label: string;
  /** Formatted cell texts, row by row; at most 1,000 rows and 100 columns. */
  readonly rows: readonly (readonly string[])[];
  readonly totalRows: number;
  readonly totalColumns: number;
  readonly hidden?: true;
  /** Rows and columns that the author hid, counted from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Absent where cells are all alike: values parted by commas. */
  readonly look?: SheetLook;
};
/** What is said at a time of a recording: seconds from its beginning, the page (from 1) on which it is found. */
export type PreviewCue = { readonly at: number; readonly page: number; readonly text: string };
/** What the reader screen shows of a document that the window can't draw itself. */
export type Preview =
  | { readonly preview: 'slides'; readonly aspectRatio: number; readonly slides: readonly SlidePreview[] }
  | { readonly preview: 'sheets'; readonly sheets: readonly SheetPreview[] }
  /** HTML made from DOCX (what its author hid has `data-hidden`), or a Markdown/HTML/text document's own source: hostile until sanitised by whoever shows it. */
  | {
      readonly preview: 'html';
      readonly html: string;
      readonly truncated: boolean;
      /** What its pages (`data-page`) are called: a book's chapters, a mail's attachments; '' for a page of the mail itself. */
      readonly labels?: readonly string[];
    }
  | { readonly preview: 'markdown'; readonly markdown: string; readonly truncated: boolean }
  | { readonly preview: 'text'; readonly text: string; readonly truncated: boolean }
  | { readonly preview: 'captions'; readonly cues: readonly PreviewCue[]; readonly truncated: boolean }
  | { readonly preview: 'none'; readonly reason: UnsearchableReason | RefusalReason };

/** A table that was read to be worked with: rows of cells as they were typed, days as `2026-11-21`; `cut` where there were more rows. */
export type TableRead =
  | { readonly read: 'table'; readonly rows: readonly (readonly string[])[]; readonly cut: boolean }
  | { readonly read: 'refused'; readonly reason: UnsearchableReason | RefusalReason };

/** Whether another application may open a file, by its name and its bytes. */
export type Opening = { readonly opens: true } | { readonly opens: false; readonly reason: OpeningRefusal };

/** Limits that keep one hostile file from hurting the rest. */
export type ExtractionLimits = {
  /** Milliseconds of processor time a file; default 60,000. */
  readonly cpuMs: number;
  /** Megabytes of a worker's heap; default 512. */
  readonly memoryMb: number;
};

/** How a document is read. */
export type ExtractOptions = {
  readonly signal?: Cancellation;
  /** It failed before for want of time or memory: it is read when nothing else is to be read. */
  readonly again?: boolean;
};

/** Reads documents in worker threads; never throws on a document's account. */
export interface Extractor extends TextComparer, Assembler {
  /**
   * Reads one file. `name` is its original name (the path may be a blob's). Rejects with an `AbortError` when it is
   * cancelled.
   */
  extract(path: string, name: string, options?: ExtractOptions): Promise<ExtractionOutcome>;
  /** Makes what the reader screen shows of an office, Markdown, HTML or text document. */
  preview(path: string, kind: DocumentKind, name: string): Promise<Preview>;
  /**
   * The pages of a text as it is kept of a document (what `BlobStore.putJson` stored); undefined where the bytes are none, or more than any may be.
   * Throws `StorageError` where the file can't be read.
   */
  keptText(path: string): Promise<readonly PageText[] | undefined>;
  /**
   * Draws one page (1-based) of a PDF or DOCX, slide of a deck, sheet of a workbook or image as a small picture, words marked where it
   * has text; undefined where that can't be had.
   * `width` in pixels. `recognized`: text that was recognized on the page's picture, where words are marked too.
   */
  pagePicture(
    path: string,
    kind: DocumentKind,
    page: number,
    width: number,
    words?: readonly string[],
    recognized?: PlacedText,
  ): Promise<Thumbnail | undefined>;
  /** Draws a page's text as a small picture, words marked; undefined where there is none or it can't be drawn. `width` in pixels. */
  textPicture(page: PageOfText, width: number, words?: readonly string[]): Promise<Thumbnail | undefined>;
  /**
   * What a small picture (a thumbnail) looks like, in 64 bits: pictures of the same differ in few of them. Undefined where it can't be read or is
   * of one color nearly all over.
   */
  pictureMark(path: string): Promise<bigint | undefined>;
  /**
   * Recognizes the words on a picture of one page (from 1) of a PDF, slide of a deck or image, when nothing else is to be done; `failed` where
   * it took too much time or memory. Rejects with an `AbortError` when it is cancelled.
   */
  recognize(
    path: string,
    kind: DocumentKind,
    page: number,
    signal?: Cancellation,
  ): Promise<RecognizedPage | { readonly found: 'failed'; readonly reason: PassingReason }>;
  /**
   * Some pages of a PDF as a PDF of their own: `pages` as people write them, `1-3,7`. Undefined where it is none, has not got them, or took too much time
   * or memory.
   */
  cutPages(path: string, pages: string): Promise<Uint8Array | undefined>;
  /** Reads a file as a table: CSV, or the first sheet of a workbook. */
  table(path: string, name: string): Promise<TableRead>;
  /** The meetings that a calendar file, or a text that somebody pasted, tells of. */
  invitation(source: InvitationSource, clock: InvitationClock): Promise<InvitationRead>;
  /** Whether another application may open the file, called `name` (the path may be a blob's). */
  opening(path: string, name: string): Promise<Opening>;
  /** Ends all workers. */
  close(): Promise<void>;
}
