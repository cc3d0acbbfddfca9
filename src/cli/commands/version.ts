import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { StagedRow } from '../../contract/publish-rows.ts';
import { say } from '../../words/say.ts';
import { type Command, type CommandContext, textOf } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';

/** Adds a version to an asset. */
export const version: Command = {
  name: 'version',
  usage: 'version ASSET FILE [--draft] [--note TEXT] [--stays-behind]',
  usageNote:
    '--stays-behind: of a language version; it does not have what changed in the original since the version before.',
  does: 'a new version of an asset, published unless --draft',
  options: { draft: { type: 'boolean' }, note: { type: 'string' }, 'stays-behind': { type: 'boolean' } },
  check: (args) =>
    args.positionals.length === 2 ? undefined : 'Say which asset and which file: kitbag version ASSET FILE.',
  run: async (context) => {
    const { args, client, output } = context;
    const [text = '', file = ''] = args.positionals;
    const asset = findAsset(context, text);
    const path = resolve(file);
    if (!existsSync(path)) throw wrongUse(`There is no file ${path}.`);
    const draft = args.values.draft === true;
    const row = await stage(context, path, asset);
    if (row === undefined || row.state !== 'ready') {
      if (row !== undefined) await client.publish.discard({ rows: [row.id] });
      return refuse(context, asset, row);
    }
    const note = textOf(args, 'note');
    const set = {
      ...(note !== undefined && { note }),
      ...(args.values['stays-behind'] === true && { follows: false }),
    };
    if (Object.keys(set).length > 0) await client.publish.setEach({ changes: [{ row: row.id, set }] });
    try {
      await client.publish.publish({ rows: [row.id], draft });
    } catch (error) {
      await client.publish.discard({ rows: [row.id] });
      throw error;
    }
    await context.engine.indexed();
    const { version: current, waiting } = await client.assets.get({ asset });
    const { number } = draft ? (waiting ?? current) : current;
    const status = draft ? 'draft' : 'published';
    output.result({ assetId: asset, version: number, status }, () => `Version ${number} is ${status}.`);
    return EXIT.done;
  },
};

/** Reads the file as a version of the asset; its row, once it was read. */
async function stage({ engine, client }: CommandContext, path: string, asset: string) {
  const before = new Set((await client.publish.state()).rows.map(({ id }) => id));
  await client.publish.stage({ grant: engine.grantPaths([path]).grant, versionOf: asset });
  const controller = new AbortController();
  let row: StagedRow | undefined;
  for await (const state of await client.publish.watch(undefined, { signal: controller.signal })) {
    row = state.rows.find(({ id }) => !before.has(id));
    if (state.progress === null) break;
  }
  controller.abort();
  return row;
}

function refuse({ output }: CommandContext, id: string, row: StagedRow | undefined): number {
  const code = row?.state ?? 'failed';
  const message =
    row?.state === 'duplicate'
      ? 'The library has this file already. Nothing was added.'
      : row?.says !== undefined
        ? say(row.says)
        : 'The file could not be read. Nothing was added.';
  output.result({ refused: [{ id, code, message }] }, () => message);
  return EXIT.someFailed;
}
