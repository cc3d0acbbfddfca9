import { withoutSteering } from '../../shared/clean-line.ts';
import { tableOf } from './table.ts';
import { withSentence } from './with-sentence.ts';

/** Where a command writes. With `--json`, standard output carries JSON alone and everything for people goes to standard error. */
export class Output {
  readonly json: boolean;
  readonly #out: (text: string) => void;
  readonly #err: (text: string) => void;
  readonly #terminal: boolean;
  readonly #width: number;
  #progressShown = false;

  constructor(options: {
    readonly json: boolean;
    readonly out: (text: string) => void;
    readonly err: (text: string) => void;
    /** Whether standard error is a terminal: then progress is shown there. */
    readonly terminal: boolean;
    readonly width: number;
  }) {
    this.json = options.json;
    this.#out = options.out;
    this.#err = options.err;
    this.#terminal = options.terminal;
    this.#width = options.width;
  }

  /** Whether somebody watches the progress. */
  get isTerminal(): boolean {
    return this.#terminal;
  }

  /** The command's result: JSON for programs, text for people. */
  result(value: unknown, text: () => string): void {
    if (this.json) this.jsonLine(value);
    else this.#out(`${lines(text())}\n`);
  }

  /** One JSON line; only with `--json`. */
  jsonLine(value: unknown): void {
    this.clearProgress();
    this.#out(`${JSON.stringify(value, withSentence)}\n`);
  }

  /** A line for people on standard output, or on standard error with `--json`. */
  line(text: string): void {
    this.clearProgress();
    if (this.json) this.#err(`${lines(text)}\n`);
    else this.#out(`${lines(text)}\n`);
  }

  /** A line on standard error. */
  complain(text: string): void {
    this.clearProgress();
    this.#err(`${lines(text)}\n`);
  }

  /** Progress in place; nothing where there is no terminal. */
  progress(text: string): void {
    if (!this.#terminal) return;
    const line = plain(text);
    this.#err(`\r\u001b[2K${line.slice(0, Math.max(20, this.#width - 1))}`);
    this.#progressShown = true;
  }

  /** Takes the progress line away. */
  clearProgress(): void {
    if (!this.#progressShown) return;
    this.#err('\r\u001b[2K');
    this.#progressShown = false;
  }

  /** A table for people. */
  table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
    return tableOf(
      head,
      rows.map((row) => row.map((cell) => plain(String(cell)))),
    );
  }
}

/** The same of several lines. */
function lines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}

/** Text of other people without what would steer a terminal or turn its words around. */
export function plain(text: string): string {
  return withoutSteering(text);
}
