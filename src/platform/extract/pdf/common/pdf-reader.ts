import type { Canvas } from '@napi-rs/canvas';
import type { PlacedPiece } from '../../../../shared/raised-pieces.ts';

/** What stands on a page. */
export type PdfPage = {
  readonly pieces: readonly PlacedPiece[];
  /** Texts of comments and form fields: they are not in a page's own. */
  readonly annotations: readonly string[];
  /** Whether the letters are guesses: their fonts do not say which they are. */
  readonly guessed: boolean;
};

/** What a document says of itself. */
export type PdfFacts = {
  readonly title?: string;
  /** Milliseconds since 1970. */
  readonly writtenAt?: number;
};

/** Width and height of a page. */
export type PageSize = { readonly width: number; readonly height: number };

/** A PDF that is open, by whichever program reads it. Pages are counted from 1. */
export interface PdfReader {
  readonly pageCount: number;
  facts(): Promise<PdfFacts>;
  /** What the pages are called, where the document says so; as it says it. */
  labels(): Promise<readonly string[]>;
  /** Throws what is of the page; `PdfiumEnded` where nothing of the document can be read any more. */
  page(number: number): Promise<PdfPage>;
  /** Whether there is something to see on a page. */
  isWrittenOn(number: number): Promise<boolean>;
  /** The size of a page, turned as it is shown. Points, 72 to an inch. */
  size(number: number): Promise<PageSize>;
  /** Draws a page `width` pixels wide (less where it is very tall), white where nothing is, with words marked. */
  draw(number: number, width: number, words: readonly string[]): Promise<Canvas>;
  close(): Promise<void>;
}

/** How much higher than wide a page's picture may be. */
const MAX_TALLNESS = 2.5;
/** Pages without text that are looked at to tell pictures from blank pages have more outlines than frames and rules are. */
export const MANY_PATHS = 40;

/** The size of a page's picture in pixels, by its own size. */
export function pictureSize(width: number, natural: PageSize) {
  const scale = Math.min(width / natural.width, (width * MAX_TALLNESS) / natural.height);
  return {
    scale,
    width: Math.max(1, Math.round(natural.width * scale)),
    height: Math.max(1, Math.round(natural.height * scale)),
  };
}
