import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';

/** The asset that a person means: an id, an unambiguous beginning of one, or an exact title (whatever the case). */
export function findAsset({ engine }: CommandContext, text: string): string {
  const known = engine.summary(text);
  if (known !== undefined) return known.id;
  const all = engine.summaries();
  const wanted = text.trim().toLowerCase();
  const assets = [...all.values()];
  const byTitle = assets.filter((asset) => asset.title.trim().toLowerCase() === wanted);
  const byId = assets.filter((asset) => wanted.length >= 3 && asset.id.startsWith(wanted));
  const found = byTitle.length > 0 ? byTitle : byId;
  const [first, second] = found;
  if (first === undefined) {
    throw wrongUse(`There is no asset '${text}'. Give an id, the beginning of one, or the exact title.`);
  }
  if (second !== undefined) {
    const list = found.slice(0, 10).map((asset) => `${asset.id} ${asset.title}`);
    throw wrongUse(`'${text}' could be several assets. Give one of these ids:\n  ${list.join('\n  ')}`);
  }
  return first.id;
}
