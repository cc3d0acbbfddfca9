import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Watch, WatchRun } from '../../contract/watches.ts';
import { say } from '../../words/say.ts';
import { type Arguments, type Command, type CommandContext, textOf, textsOf } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { refusedToAll } from '../base/refused.ts';
import { Terms } from '../base/terms.ts';

const USAGE = {
  add: 'watch add DIR [--publish] [--stage ID]... [--persona ID]... [--type ID] [--tag T]...',
  list: 'watch list',
  remove: 'watch remove DIR',
  run: 'watch run [--once]',
} as const;

/** How often a file that is still being written is looked at again, and how long between two looks, in milliseconds. */
const TRIES = 8;
const BETWEEN_TRIES_MS = 700;
const BETWEEN_LOOKS_MS = 10_000;

/** Folders that publish themselves. */
export const watch: Command = {
  name: 'watch',
  usage: USAGE,
  does: 'folders that this device watches: what comes into them is staged, or published',
  options: {
    publish: { type: 'boolean' },
    stage: { type: 'string', multiple: true },
    persona: { type: 'string', multiple: true },
    type: { type: 'string' },
    tag: { type: 'string', multiple: true },
    once: { type: 'boolean' },
  },
  check: ({ positionals: [way, folder, ...more] }) => {
    if (way === undefined || !Object.hasOwn(USAGE, way)) return `Say what: ${Object.keys(USAGE).join(', ')}.`;
    if (more.length > 0) return 'Say one folder.';
    const needsFolder = way === 'add' || way === 'remove';
    if (needsFolder && folder === undefined) return `Say which folder: kitbag watch ${way} DIR.`;
    return undefined;
  },
  run: async (context) => {
    const { args, output } = context;
    try {
      return await perform(context);
    } catch (error) {
      const refused = refusedToAll([args.positionals[1] ?? ''], error);
      output.result({ refused }, () => refused.map(({ message }) => message).join('\n'));
      return EXIT.someFailed;
    }
  },
};

function perform(context: CommandContext): Promise<number> {
  const [way] = context.args.positionals;
  if (way === 'add') return add(context);
  if (way === 'remove') return remove(context);
  return way === 'list' ? list(context) : run(context);
}

async function add(context: CommandContext): Promise<number> {
  const { engine, client, output, args } = context;
  const terms = await Terms.load(context);
  const type = terms.optional('type', textOf(args, 'type'));
  const { grant } = engine.grantPaths([folderOf(args)]);
  const added = await client.watches.add({
    grant,
    publish: args.values.publish === true,
    set: {
      ...listed(
        'stages',
        textsOf(args, 'stage').map((text) => terms.id('stage', text)),
      ),
      ...listed(
        'personas',
        textsOf(args, 'persona').map((text) => terms.id('persona', text)),
      ),
      ...listed('tags', textsOf(args, 'tag')),
      ...(type !== undefined && { type }),
    },
  });
  const { watches } = await client.watches.list();
  output.result({ watches, added: added.id }, () => {
    const then = added.publish
      ? 'What has all it needs is published; the rest waits on the publish table.'
      : 'What comes into it waits on the publish table.';
    return `This device watches ${added.path}. ${then} Look now: kitbag watch run --once.`;
  });
  return EXIT.done;
}

function listed<Name extends string>(name: Name, values: readonly string[]) {
  return values.length === 0 ? {} : { [name]: [...values] };
}

async function remove({ client, output, args }: CommandContext): Promise<number> {
  const { watches } = await client.watches.list();
  const path = folderOf(args);
  const known = watches.find((one) => one.path === path || one.id === args.positionals[1]);
  if (known !== undefined) await client.watches.remove({ id: known.id });
  const left = watches.filter((one) => one !== known);
  output.result({ watches: left, removed: known !== undefined }, () =>
    known === undefined ? `${path} is not watched.` : `This device no longer watches ${path}.`,
  );
  return known === undefined ? EXIT.someFailed : EXIT.done;
}

async function list({ client, output }: CommandContext): Promise<number> {
  const { watches } = await client.watches.list();
  output.result({ watches }, () =>
    watches.length === 0
      ? 'This device watches no folder.'
      : output.table(
          ['Folder', 'Files', 'Missing', 'What comes', 'Looked at'],
          watches.map((one) => [
            one.path,
            one.files,
            one.missing,
            one.publish ? 'is published' : 'is staged',
            lookedAt(one),
          ]),
        ),
  );
  return EXIT.done;
}

function lookedAt({ away, lookedAt: at }: Watch): string {
  if (away) return 'not connected';
  return at === null ? 'not yet' : new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

async function run(context: CommandContext): Promise<number> {
  const { args, interrupted } = context;
  let code = await look(context);
  while (args.values.once !== true && !interrupted.aborted) {
    await wait(BETWEEN_LOOKS_MS, undefined, { signal: interrupted }).catch(() => undefined);
    if (!interrupted.aborted) code = await look(context);
  }
  return code;
}

/** Looks once, and again at what was still being written. */
async function look({ engine, client, output, interrupted }: CommandContext): Promise<number> {
  const { watches } = await client.watches.list();
  let told = await client.watches.run();
  for (let tries = 1; told.waiting.length > 0 && tries < TRIES && !interrupted.aborted; tries += 1) {
    await wait(BETWEEN_TRIES_MS);
    told = together(told, await client.watches.run());
  }
  if (told.published.length > 0) await engine.indexed();
  const made = withPaths(told, watches);
  output.result(made, () => inWords(made));
  return told.failed.length > 0 || told.away.length > 0 ? EXIT.someFailed : EXIT.done;
}

function together(first: WatchRun, later: WatchRun): WatchRun {
  const { staged, published, moved, missing, failed, known } = first;
  return {
    staged: [...staged, ...later.staged],
    published: [...published, ...later.published],
    moved: [...moved, ...later.moved],
    missing: [...missing, ...later.missing],
    failed: [...failed, ...later.failed],
    known: [...known, ...later.known],
    waiting: later.waiting,
    away: later.away,
  };
}

/** The same with whole paths: programs know no ids of folders. */
function withPaths(told: WatchRun, watches: readonly Watch[]) {
  const folderOfWatch = new Map(watches.map(({ id, path }) => [id, path]));
  const whole = <Told extends { readonly watch: string; readonly file: string }>({
    watch: id,
    ...one
  }: Told) => ({
    ...one,
    file: resolve(folderOfWatch.get(id) ?? '', one.file),
  });
  return {
    staged: told.staged.map(whole),
    published: told.published.map(whole).map(({ asset, ...one }) => ({ ...one, assetId: asset })),
    moved: told.moved.map((one) => ({
      ...whole(one),
      from: resolve(folderOfWatch.get(one.watch) ?? '', one.from),
    })),
    missing: told.missing.map(whole),
    failed: told.failed.map(whole),
    known: told.known.map(whole),
    waiting: told.waiting.map(whole),
    away: told.away.map((id) => folderOfWatch.get(id) ?? id),
  };
}

function inWords(made: ReturnType<typeof withPaths>): string {
  const { staged, published, moved, missing, failed, known, waiting, away } = made;
  return [
    `${published.length} published, ${staged.length} on the publish table, ${known.length} in the library already, ${moved.length} moved, ${missing.length} missing, ${failed.length} failed.`,
    ...published.map(({ file }) => `published  ${file}`),
    ...staged.map(({ file }) => `staged     ${file}`),
    ...moved.map(({ file, from }) => `moved      ${from} -> ${file}`),
    ...missing.map(({ file }) => `missing    ${file}`),
    ...failed.map(({ file, says }) => `failed     ${file}: ${say(says)}`),
    ...waiting.map(({ file }) => `waiting    ${file} (still being written)`),
    ...away.map((folder) => `not there  ${folder}: nothing of it counts as missing`),
  ].join('\n');
}

function folderOf(args: Arguments): string {
  return resolve(args.positionals[1] ?? '');
}
