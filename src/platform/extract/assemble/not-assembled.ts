import type { AssemblingProblem } from '../../../engine/ports/assembler.ts';

/** A part can't become pages. */
export class NotAssembled extends Error {
  override readonly name = 'NotAssembled';
  readonly reason: AssemblingProblem;
  readonly part: number | undefined;

  constructor(reason: AssemblingProblem, part?: number) {
    super(reason);
    this.reason = reason;
    this.part = part;
  }
}
