import type { VariantView } from '../../contract/assets.ts';
import { languageName } from '../../words/sentence.ts';
import { type Arguments, type Command, type CommandContext, textOf } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';

/** Language editions of assets: linked, unlinked, listed. */
export const variant: Command = {
  name: 'variant',
  usage: {
    link: 'variant link ASSET... --of ORIGINAL [--original] [--follows N|unknown] [--dry-run]',
    unlink: 'variant unlink ASSET... [--dry-run]',
    follow: 'variant follow ASSET [--follows N] [--dry-run]',
    list: 'variant list ASSET',
  },
  usageNote:
    '--original: ORIGINAL becomes the original of them all; --follows: the version of the original that they have in their language, the current one unless said.',
  does: 'language versions: assets that say the same in different languages',
  options: {
    of: { type: 'string' },
    original: { type: 'boolean' },
    follows: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  check: (args) => wrongArguments(args),
  run: async (context) => {
    const [what = '', ...names] = context.args.positionals;
    const assets = names.map((name) => findAsset(context, name));
    const dryRun = context.args.values['dry-run'] === true;
    const [asset = ''] = assets;
    const { client } = context;
    switch (what) {
      case 'link':
        return told(
          context,
          await client.variants.link({
            assets,
            of: findAsset(context, textOf(context.args, 'of') ?? ''),
            asOriginal: context.args.values.original === true,
            follows: followsOf(context.args),
            dryRun,
          }),
        );
      case 'unlink':
        return told(context, await client.variants.unlink({ assets, dryRun }));
      case 'follow': {
        const follows = followsOf(context.args);
        return told(context, await client.variants.follow({ asset, follows: follows ?? undefined, dryRun }));
      }
      default:
        return told(context, await client.variants.list({ asset }));
    }
  },
};

function wrongArguments(args: Arguments): string | undefined {
  const [what, ...names] = args.positionals;
  if (what === 'link' && names.length > 0 && textOf(args, 'of') !== undefined) return wrongFollows(args);
  if (what === 'unlink' && names.length > 0) return undefined;
  if (what === 'follow' && names.length === 1) return wrongFollows(args);
  if (what === 'list' && names.length === 1) return undefined;
  return 'Say what to do: kitbag variant link ASSET... --of ORIGINAL, unlink ASSET..., follow ASSET or list ASSET; titles of several words in quotes.';
}

function wrongFollows(args: Arguments): string | undefined {
  const text = textOf(args, 'follows');
  const isKnown = text === undefined || /^[1-9]\d{0,8}$/.test(text);
  if (isKnown || (text === 'unknown' && args.positionals[0] === 'link')) return undefined;
  return `'${text}' is not the number of a version.`;
}

function followsOf(args: Arguments): number | null | undefined {
  const text = textOf(args, 'follows');
  return text === undefined ? undefined : text === 'unknown' ? null : Number(text);
}

type Told = { readonly variants: readonly VariantView[]; readonly changed?: readonly string[] };

function told({ output, args }: CommandContext, { variants, changed }: Told): number {
  const dryRun = args.values['dry-run'] === true;
  const twice = twiceIn(variants);
  if (twice.length > 0) output.complain(`More than one of them is in ${twice.map(languageName).join(', ')}.`);
  output.result({ variants: variants.map(shownVariant), ...(changed && { changed }) }, () => {
    const lines: string[] = [];
    if (changed !== undefined)
      lines.push(`${changed.length} ${dryRun ? 'would be changed. Nothing was changed.' : 'changed.'}`);
    lines.push(
      variants.length === 0
        ? 'It has no other language versions.'
        : output.table(['Language', 'Title', 'Version', 'Follows', 'Behind', 'Id'], variants.map(rowOf)),
    );
    return lines.join('\n');
  });
  return EXIT.done;
}

/** As other programs are told it. */
function shownVariant({ asset, pageCount, version, follows, ...variant }: VariantView) {
  return {
    assetId: asset,
    ...variant,
    version: version.number,
    ...(follows && { follows: follows.number }),
    pages: pageCount,
  };
}

function rowOf({ asset, language, title, original, version, follows, behind }: VariantView) {
  const name = language === undefined || language === '' ? '' : languageName(language);
  return [
    original ? `${name} (original)`.trim() : name,
    title,
    version.number,
    original ? '' : (follows?.number ?? 'unknown'),
    original ? '' : behind,
    asset,
  ];
}

/** Languages that several editions are in: nobody could be shown the one that they want. */
function twiceIn(variants: readonly VariantView[]): readonly string[] {
  const languages = variants.flatMap(({ language }) =>
    language === undefined || language === '' ? [] : [language],
  );
  return [...new Set(languages.filter((language, at) => languages.indexOf(language) !== at))];
}
