/** How rows, parts and pieces are numbered, so that ranges of row ids say whose they are. */

/** A very long document is indexed in up to 2^6 parts, so that writing it can be interrupted; the row id of a part is row · 2^6 + part. */
export const PART_FACTOR = 64;
/** Characters of text in a part of a document that does not need longer ones. */
export const PART_LENGTH = 200_000;
/** The id of a piece is row · 2^24 + page · 2^8 + its position on the page: row and page are told without looking it up. */
export const PIECE_FACTOR = 2 ** 24;
const PAGE_FACTOR = 2 ** 8;
export const MOST_PAGES = PIECE_FACTOR / PAGE_FACTOR - 1;
export const MOST_PIECES_A_PAGE = PAGE_FACTOR;

/** The row that a part belongs to. */
export function rowOfPart(part: number): number {
  return Math.floor(part / PART_FACTOR);
}

/** The id of a piece. */
export function pieceId(row: number, page: number, position: number): number {
  return row * PIECE_FACTOR + page * PAGE_FACTOR + position;
}

/** The row that a piece belongs to. */
export function rowOfPiece(piece: number): number {
  return Math.floor(piece / PIECE_FACTOR);
}

/** The page that a piece belongs to. */
export function pageOfPiece(piece: number): number {
  return Math.floor((piece % PIECE_FACTOR) / PAGE_FACTOR);
}

/** The numbers of 32 bits that a blob holds. */
export function numbersIn(blob: Uint8Array): Uint32Array {
  // They can only be seen in place where they begin at a multiple of four.
  const aligned = blob.byteOffset % 4 === 0 ? blob : blob.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
}

/** Numbers of 32 bits as a blob. */
export function blobOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
