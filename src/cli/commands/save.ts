import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { fileProblem, isFileProblem } from '../../node/leaving/file-problem.ts';
import { markAsForeign } from '../../node/leaving/origin-mark.ts';
import { writeOut } from '../../node/leaving/write-out.ts';
import { storedFile } from '../../node/stored-file.ts';
import { safeFileName } from '../../shared/safe-file-name.ts';
import { says } from '../../shared/says/says.ts';
import { say } from '../../words/say.ts';
import { type Command, type CommandContext, textOf } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';
import { freeName } from '../base/free-name.ts';

/** Saves a copy of an asset's file. The command line opens nothing in other applications: this is its way to a file. */
export const save: Command = {
  name: 'save',
  usage: 'save ASSET [--out DIR] [--yes]',
  does: 'a copy of an asset’s file, marked as come from elsewhere; --yes answers what is asked of internal ones',
  options: { out: { type: 'string' }, yes: { type: 'boolean' } },
  check: (args) => {
    if (args.positionals.length === 0) return 'Say which asset: kitbag save ASSET.';
    return textOf(args, 'out')?.trim() === '' ? 'Say where: --out DIR.' : undefined;
  },
  run: async (context) => {
    const { client, output, args } = context;
    const asset = findAsset(context, args.positionals.join(' '));
    const { version } = await client.assets.get({ asset });
    if (args.values.yes === true) {
      for (const way of ['save', 'open'] as const) {
        await client.gate.pass({ version: version.id, way, confirmed: true });
      }
    }
    const given = await context.engine.handOut(version.id, 'save');
    if (given.outcome !== 'allowed') return refuse(context, asset, 'held', say(given.says));
    const source = await storedFile(context.dataFolder, given.file.sha256);
    if (source === undefined) {
      return refuse(
        context,
        asset,
        'missing',
        'The file itself is not on this device. Get it with: kitbag sync.',
      );
    }
    const folder = resolve(textOf(args, 'out') ?? '.');
    const target = await freeName(folder, safeFileName(given.file.fileName));
    try {
      await writeOut(createReadStream(source.path), target, (path) => markAsForeign(path));
    } catch (error) {
      if (!isFileProblem(error)) throw error;
      return refuse(
        context,
        asset,
        'not-saved',
        say(says('leaving.not-saved-in', { folder, problem: fileProblem(error) })),
      );
    }
    await client.activity.shared({ asset, version: version.id, how: 'saved' });
    const opening = await context.engine.handOut(version.id, 'open');
    const warning =
      opening.outcome === 'not-opened' ? `${say(opening.why)} Open it only if you trust it.` : undefined;
    output.result(
      { assetId: asset, version: version.id, file: target, ...(warning !== undefined && { warning }) },
      () => [`Saved as ${target}.`, ...(warning === undefined ? [] : [warning])].join('\n'),
    );
    return EXIT.done;
  },
};

function refuse({ output }: CommandContext, id: string, code: string, message: string): number {
  output.result({ refused: [{ id, code, message }] }, () => message);
  return EXIT.someFailed;
}
