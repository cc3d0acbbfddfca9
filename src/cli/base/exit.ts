/** What the command line's exit codes mean; other programs rely on them. */
export const EXIT = { done: 0, someFailed: 1, wrongUse: 2, cannotOpen: 3 } as const;

/** Ends a command with a sentence for people and an exit code. */
export class CliEnd extends Error {
  override readonly name = 'CliEnd';
  readonly exitCode: number;
  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Wrong use: what is wrong, and how it goes. */
export function wrongUse(message: string): CliEnd {
  return new CliEnd(EXIT.wrongUse, message);
}
