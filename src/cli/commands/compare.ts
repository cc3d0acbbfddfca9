import type { ComparedPage, Comparison } from '../../contract/compare.ts';
import type { Command, CommandContext } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';

/** What changed from one version of an asset to another. */
export const compare: Command = {
  name: 'compare',
  usage: 'compare ASSET [--from VERSION] [--to VERSION]',
  does: 'what changed from one version to another, page by page; a version is its number or id',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  check: (args) => (args.positionals.length > 0 ? undefined : 'Say which asset: kitbag compare ASSET.'),
  run: async (context) => {
    const { client, output, args } = context;
    const asset = findAsset(context, args.positionals.join(' '));
    const compared = await client.compare.versions({
      asset,
      ...(await versionNamed(context, asset, 'from')),
      ...(await versionNamed(context, asset, 'to')),
    });
    const changed = compared.pages.filter(isChanged);
    output.result(
      {
        assetId: asset,
        from: { id: compared.from.id, version: compared.from.number },
        to: { id: compared.to.id, version: compared.to.number, note: compared.to.note },
        changed,
        same: compared.same,
      },
      () =>
        [
          headingOf(compared),
          changed.length === 0
            ? `No words changed on ${compared.same} pages.`
            : output.table(['Before', 'Now', 'Added', 'Removed', ''], changed.map(rowOf)),
        ].join('\n'),
    );
    return EXIT.done;
  },
};

/** A version by its number or its id. */
async function versionNamed(
  { client, args }: CommandContext,
  asset: string,
  option: 'from' | 'to',
): Promise<Partial<Record<'from' | 'to', string>>> {
  const named = args.values[option];
  if (typeof named !== 'string') return {};
  const { versions } = await client.assets.get({ asset });
  const found = versions.find(({ id, number }) => id === named || `${number}` === named);
  if (found === undefined)
    throw wrongUse(
      `There is no version '${named}'. There are ${versions.map(({ number }) => number).join(', ')}.`,
    );
  return { [option]: found.id };
}

function isChanged({ from, to, moved, added, removed }: ComparedPage): boolean {
  return from === undefined || to === undefined || moved === true || added + removed > 0;
}

function headingOf({ asset, from, to, same }: Comparison): string {
  const note = to.note === undefined ? '' : `\nWhat changed: ${to.note}`;
  return `${asset.title}: version ${from.number} and version ${to.number}, ${same} pages the same.${note}`;
}

function rowOf({ from, to, moved, added, removed }: ComparedPage): (string | number)[] {
  const became = from === undefined ? 'added' : to === undefined ? 'removed' : moved ? 'moved' : '';
  return [from ?? '', to ?? '', added, removed, became];
}
