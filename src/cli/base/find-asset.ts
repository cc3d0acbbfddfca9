import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';
import { oneMeant } from './one-meant.ts';

/** The asset that a person means: an id, an unambiguous beginning of one, or an exact title (whatever the case). */
export function findAsset({ engine }: CommandContext, text: string): string {
  // Also of one that another took in.
  const known = engine.summary(text);
  if (known !== undefined) return known.id;
  const assets = [...engine.summaries().values()];
  const found = oneMeant(assets, text, { nameOf: ({ title }) => title, several: 'assets' });
  if (found === undefined)
    throw wrongUse(`There is no asset '${text}'. Give an id, the beginning of one, or the exact title.`);
  return found.id;
}
