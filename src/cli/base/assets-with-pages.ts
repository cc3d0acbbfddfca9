import { readPages } from '../../shared/page-runs.ts';
import type { CommandContext } from './command.ts';
import { findAsset } from './find-asset.ts';

/** Assets as `ASSET` or `ASSET:PAGES`: where a title itself has a colon, what is behind the last one must be pages. */
export function assetsWithPages(context: CommandContext, texts: readonly string[]) {
  return texts.map((text) => {
    const colon = text.lastIndexOf(':');
    const pages = colon < 0 || colon === text.length - 1 ? undefined : readPages(text.slice(colon + 1));
    if (pages === undefined) return { asset: findAsset(context, text) };
    return { asset: findAsset(context, text.slice(0, colon)), pages };
  });
}
