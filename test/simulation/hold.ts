/** A run that shows a defect. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** Throws {@link Broken} with what is wrong unless something is true. */
export function hold(truth: boolean, otherwise: () => string): void {
  if (!truth) throw new Broken(otherwise());
}
