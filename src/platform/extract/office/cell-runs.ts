import { type Attributes, attribute } from '../package/xml.ts';
import { isOn } from '../text/run-marks.ts';

/** A run of a cell's text with what its own font says; a colour as its element has it. */
export type CellRun = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly color?: Attributes;
};

type Font = Omit<CellRun, 'text'>;

/** Runs of one text: more no person sets. */
const MAX_RUNS = 200;
const FLAGS: Readonly<Record<string, 'bold' | 'italic' | 'underline'>> = {
  b: 'bold',
  i: 'italic',
  u: 'underline',
};

/** Follows the runs of a cell's text while its elements are told. */
export class CellRuns {
  #runs: CellRun[] = [];
  #font: Font = {};
  #isStyled = false;
  #inFont = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'si' || name === 'is') this.#begin();
    else if (name === 'r') this.#font = {};
    else if (name === 'rPr') this.#inFont = true;
    else if (this.#inFont) this.#font = { ...this.#font, ...fontOf(name, attributes) };
  }

  close(name: string): void {
    if (name === 'rPr') this.#inFont = false;
    else if (name === 'r') this.#font = {};
  }

  /** Takes a piece of the text, marked as it is kept. */
  text(text: string): void {
    if (this.#runs.length > MAX_RUNS) return;
    this.#isStyled ||= Object.keys(this.#font).length > 0;
    this.#runs.push({ ...this.#font, text });
  }

  /** The runs of the text that has ended, where any of them has a look of its own. */
  taken(): readonly CellRun[] | undefined {
    return this.#isStyled && this.#runs.length <= MAX_RUNS ? this.#runs : undefined;
  }

  #begin(): void {
    this.#runs = [];
    this.#font = {};
    this.#isStyled = false;
    this.#inFont = false;
  }
}

function fontOf(name: string, attributes: Attributes): Font {
  if (name === 'color') return { color: attributes };
  const flag = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
  return flag !== undefined && isOn(attribute(attributes, 'val'), true) ? { [flag]: true } : {};
}
