import type { Says } from '../../shared/says/says.ts';
import { say } from '../../words/say.ts';
import type { CommandContext } from './command.ts';
import { EXIT } from './exit.ts';

/** What a step came to, by ids. */
type Taken = {
  readonly changed: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string; readonly says: Says }[];
};

/** Tells what a step came to: `done` begins the line of each that it was taken with, `nameOf` says what that is called. Answers the exit code. */
export function tellStep(
  { output }: CommandContext,
  taken: Taken,
  done: string,
  nameOf: (id: string) => string | undefined,
): number {
  const refused = taken.refused.map(({ id, code, says }) => ({ id, code, message: say(says) }));
  output.result({ changed: taken.changed, refused }, () =>
    [
      ...taken.changed.map((id) => `${done} '${nameOf(id) ?? id}'.`),
      ...refused.map(({ message }) => message),
    ].join('\n'),
  );
  return refused.length === 0 ? EXIT.done : EXIT.someFailed;
}
