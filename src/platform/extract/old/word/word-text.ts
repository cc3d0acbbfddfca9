import type { LooseBytes } from '../../encoding/loose-bytes.ts';
import { type FormattedRun, runAt } from './formatted-runs.ts';
import { type ParagraphProperties, paragraphProperties } from './paragraph-properties.ts';
import type { Piece } from './pieces.ts';
import { type RunProperties, runProperties } from './run-properties.ts';
import { changesIn } from './sprms.ts';

/** Characters of one look; `end` exclusive. */
type LookedRun = { readonly end: number; readonly look: RunProperties };

const PLAIN: RunProperties = {
  markup: '',
  isDeleted: false,
  isSpecial: false,
  picture: undefined,
  symbol: undefined,
};
const PLAIN_PARAGRAPH: ParagraphProperties = {
  style: 0,
  markup: '',
  tables: 0,
  endsRow: false,
  row: undefined,
};

/** All characters of a document, body and what belongs to it, with how they look. */
export class WordText {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #characters: readonly FormattedRun[];
  readonly #paragraphs: readonly FormattedRun[];
  readonly #fonts: readonly string[];
  readonly #looks = new Map<LooseBytes, RunProperties>();

  constructor(
    text: string,
    pieces: readonly Piece[],
    runs: { readonly characters: readonly FormattedRun[]; readonly paragraphs: readonly FormattedRun[] },
    fonts: readonly string[],
  ) {
    this.text = text;
    this.#pieces = pieces;
    this.#characters = runs.characters;
    this.#paragraphs = runs.paragraphs;
    this.#fonts = fonts;
  }

  /** The run that a character stands in. */
  runAt(character: number): LookedRun {
    const piece = this.#pieceAt(character);
    if (!piece) return { end: this.text.length, look: PLAIN };
    const byte = piece.at + (character - piece.character) * piece.width;
    const pieceEnd = piece.character + piece.count;
    const run = this.#characters[runAt(this.#characters, byte)];
    if (!run) return { end: pieceEnd, look: PLAIN };
    const isBefore = run.from > byte;
    const rest = Math.max(1, Math.ceil(((isBefore ? run.from : run.to) - byte) / piece.width));
    return { end: Math.min(pieceEnd, character + rest), look: isBefore ? PLAIN : this.#look(run.properties) };
  }

  /** The properties of the paragraph that ends with a character. */
  paragraphAt(character: number): ParagraphProperties {
    const piece = this.#pieceAt(character);
    if (!piece) return PLAIN_PARAGRAPH;
    const byte = piece.at + (character - piece.character) * piece.width;
    const run = this.#paragraphs[runAt(this.#paragraphs, byte)];
    return run && run.from <= byte ? paragraphProperties(run.properties) : PLAIN_PARAGRAPH;
  }

  #look(properties: LooseBytes): RunProperties {
    const known = this.#looks.get(properties);
    if (known) return known;
    const look = runProperties(changesIn(properties), this.#fonts);
    this.#looks.set(properties, look);
    return look;
  }

  #pieceAt(character: number): Piece | undefined {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece && piece.character + piece.count <= character) low = middle + 1;
      else high = middle;
    }
    return this.#pieces[low];
  }
}
