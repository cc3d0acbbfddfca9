/** Where progress is written: standard error, or a list in tests. */
export type ProgressTarget = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
};

const barWidth = 24;
/** Without a terminal a line each of these says how far it is. */
const step = 0.25;

/** One line that says what happens and how far it is: redrawn on a terminal, a line a quarter elsewhere. */
export class ProgressLine {
  readonly #label: string;
  readonly #target: ProgressTarget;
  #told = -1;

  constructor(label: string, target: ProgressTarget = process.stderr) {
    this.#label = label;
    this.#target = target;
    this.at(0);
  }

  /** How far it is, from 0 to 1, and in what (‘88 of 196 MB’). */
  at(fraction: number, detail = ''): void {
    const bounded = Math.min(1, Math.max(0, fraction));
    if (this.#target.isTTY) this.#redraw(bounded, detail);
    else this.#tellQuarter(bounded, detail);
  }

  /** The last word, on the same line. */
  end(outcome: string): void {
    this.#target.write(`${this.#target.isTTY ? '\r\u001b[2K' : ''}${this.#label}: ${outcome}\n`);
  }

  #redraw(fraction: number, detail: string): void {
    const full = Math.round(fraction * barWidth);
    const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
    const line = `${this.#label} ${bar} ${percent(fraction)} ${detail}`;
    this.#target.write(`\r\u001b[2K${line.slice(0, Math.max(20, (this.#target.columns ?? 80) - 1))}`);
  }

  #tellQuarter(fraction: number, detail: string): void {
    const quarter = Math.floor(fraction / step);
    if (quarter <= this.#told) return;
    this.#told = quarter;
    this.#target.write(
      quarter === 0 ? `${this.#label}…\n` : `  ${percent(fraction)}${detail && `, ${detail}`}\n`,
    );
  }
}

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}
