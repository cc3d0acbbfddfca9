import type { NearPair } from '../../contract/near.ts';
import type { Command } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';

/** As many pairs as are ever found. */
const ALL = 20_000;

/** Near-duplicates, down to the page. */
export const near: Command = {
  name: 'near',
  usage: 'near [ASSET]',
  does: 'near-duplicates, down to the page',
  options: {},
  run: async (context) => {
    const { client, output, args } = context;
    const asked = args.positionals.join(' ');
    const asset = asked === '' ? {} : { asset: findAsset(context, asked) };
    const { pairs } = await client.near.list({ ...asset, limit: ALL, wait: true });
    output.result({ pairs: pairs.flatMap(pairsOf) }, () =>
      pairs.length === 0
        ? 'Nothing has pages in common with anything else.'
        : output.table(['Like', 'Keep', 'Other', 'Pages', 'Other’s pages', 'Uses'], pairs.map(rowOf)),
    );
    return EXIT.done;
  },
};

/** Makes one asset of two. */
export const merge: Command = {
  name: 'merge',
  usage: 'merge ASSET INTO [--dry-run]',
  does: 'makes one asset of two: INTO keeps what it is, and gets versions, ratings, use and history of ASSET',
  options: { 'dry-run': { type: 'boolean' } },
  check: (args) =>
    args.positionals.length === 2
      ? undefined
      : 'Say which two assets, each as one word or in quotes: kitbag merge ASSET INTO.',
  run: async (context) => {
    const { client, output, args } = context;
    const [given = '', kept = ''] = args.positionals;
    const dryRun = args.values['dry-run'] === true;
    const { asset, title, versions, ratings } = await client.near.merge({
      asset: findAsset(context, given),
      into: findAsset(context, kept),
      dryRun,
    });
    output.result({ assetId: asset, ...(dryRun && { versions, ratings }) }, () =>
      dryRun
        ? `'${title}' would be kept, with ${versions} versions and ${ratings} ratings. Nothing was changed.`
        : `'${title}' is kept, with ${versions} versions and ${ratings} ratings.`,
    );
    return EXIT.done;
  },
};

/** A pair as a whole, where it is near as a whole, and page by page. */
function pairsOf({ a, b, relation, similarity, pages }: NearPair) {
  const whole = relation === 'pages' ? [] : [{ a: { assetId: a.id }, b: { assetId: b.id }, similarity }];
  const paged = pages.map((page) => ({
    a: { assetId: a.id, page: page.a },
    b: { assetId: b.id, page: page.b },
    similarity: page.similarity,
  }));
  return [...whole, ...paged];
}

function rowOf({ a, b, similarity, runs }: NearPair): (string | number)[] {
  const pages = (side: 'a' | 'b'): string =>
    runs.map(({ [side]: { from, to } }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return [`${Math.round(similarity * 100)} %`, a.title, b.title, pages('a'), pages('b'), a.uses + b.uses];
}
