import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

/** A replica with one asset and a rating, made once; every test damages a copy. */
const made = new TempCli();
let hash: unknown;
let asset = '';
beforeAll(async () => {
  await made.run('init', '--name', 'Ana', '--json');
  const path = join(made.folder, 'plan.md');
  writeFileSync(path, '# Rollout plan\n\nOakbill asks for a rollout plan.\n');
  const imported = await made.run('import', path, '--stage', 'decision', '--persona', 'cfo', '--json');
  asset = (imported.json[0] as { assetId: string }).assetId;
  await made.run('rate', asset, '4', '--json');
  hash = (await made.run('state-hash', '--json')).json[0];
});
afterAll(() => made.remove());

async function damaged(
  damage: (data: string, journal: string) => void,
  test: (cli: TempCli) => Promise<void>,
) {
  const cli = new TempCli();
  try {
    cpSync(made.data, cli.data, { recursive: true });
    const mark = JSON.parse(readFileSync(join(cli.data, 'replica.json'), 'utf8')) as { device: string };
    damage(cli.data, join(cli.data, 'journal', mark.device));
    await test(cli);
  } finally {
    cli.remove();
  }
}

function replaceBy(path: string, what: 'a folder' | string): void {
  rmSync(path, { recursive: true, force: true });
  if (what === 'a folder') mkdirSync(path);
  else writeFileSync(path, what);
}

const HARMLESS: readonly (readonly [string, (data: string, journal: string) => void])[] = [
  [
    'a folder in the place of a snapshot',
    (data) => replaceBy(join(data, 'snapshots/assets.json'), 'a folder'),
  ],
  ['a file in the place of the snapshots', (data) => replaceBy(join(data, 'snapshots'), 'x')],
  [
    'an index of the snapshots that names nothing',
    (data) => replaceBy(join(data, 'snapshots/index.json'), '{"position":{},"format":1,"data":null}'),
  ],
  [
    'a folder in the place of the publish table',
    (data) => replaceBy(join(data, 'local/staging.json'), 'a folder'),
  ],
  ['a file in the place of the local folder', (data) => replaceBy(join(data, 'local'), 'x')],
  ['a file in the place of the index’s folder', (data) => replaceBy(join(data, 'index'), 'x')],
  ['a folder in the place of the index', (data) => replaceBy(join(data, 'index/text.sqlite'), 'a folder')],
  ['rubbish in the lock', (data) => replaceBy(join(data, 'lock.sqlite'), 'rubbish '.repeat(2000))],
  ['a folder in the place of the lock', (data) => replaceBy(join(data, 'lock.sqlite'), 'a folder')],
  ['a folder in the place of the holder’s note', (data) => replaceBy(join(data, 'lock.json'), 'a folder')],
  ['a missing card of the own device', (_, journal) => rmSync(join(journal, 'card.json'))],
  ['a damaged card of the own device', (_, journal) => replaceBy(join(journal, 'card.json'), '{}')],
];

describe('a damaged data folder', () => {
  it.each(HARMLESS)('loses nothing by %s', (_, damage) =>
    damaged(damage, async (cli) => {
      expect((await cli.run('state-hash', '--json')).json[0]).toEqual(hash);
      expect((await cli.run('search', 'rollout', '--json')).json[0]).toMatchObject({ total: 1 });
      expect((await cli.run('rate', asset, '5', '--json')).code).toBe(0);
      expect((await cli.run('verify', '--json')).json[0]).toMatchObject({ ok: true, problems: [] });
    }),
  );

  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['not a key', (path: string) => replaceBy(path, '{"v":1,"kind":"ed25519","secret":"zzz"}')],
    [
      'another device’s',
      (path: string) => replaceBy(path, `{"v":1,"kind":"ed25519","secret":"${'A'.repeat(43)}"}`),
    ],
  ] as const)('names the key when it is %s, and does not begin', (_, damage) =>
    damaged(
      (data) => damage(join(data, 'device-key.json')),
      async (cli) => {
        const run = await cli.run('state-hash', '--json');
        expect(run).toMatchObject({ code: 3, out: '' });
        expect(run.err).toContain('device-key.json');
      },
    ),
  );

  it('says what to do in the window where the key is in the keyring, and changes nothing', () =>
    damaged(
      (data) => replaceBy(join(data, 'device-key.json'), '{"v":2,"kind":"ed25519","keyring":"djExAAAA"}'),
      async (cli) => {
        const run = await cli.run('state-hash', '--json');
        expect(run).toMatchObject({ code: 3, out: '' });
        expect(run.err.trim().split('\n')).toHaveLength(1);
        expect(run.err).toContain('keyring of the system, which only the window can open');
        expect(run.err).toContain('Keep it in a file instead');
        expect(readFileSync(join(cli.data, 'device-key.json'), 'utf8')).toContain('"v":2');
      },
    ));

  it('says that the journal is gone, and does not take the device for a new one', () =>
    damaged(
      (data) => rmSync(join(data, 'journal'), { recursive: true }),
      async (cli) => {
        const run = await cli.run('search', 'rollout', '--json');
        expect(run.code).toBe(3);
        expect(run.err).toContain('‘journal’');
      },
    ));

  it('can not be opened where a journal can not be read, and says so in its own exit code', () =>
    damaged(
      (_, journal) => replaceBy(join(journal, 'catalog.jsonl'), 'a folder'),
      async (cli) => {
        const run = await cli.run('state-hash', '--json');
        expect(run.code).toBe(3);
        expect(run.err).toContain('safe');
      },
    ));

  it('tells in verify of a folder in the place of a file’s bytes, and publishing the file again mends it', () =>
    damaged(
      (data) => {
        for (const folder of readdirSync(join(data, 'blobs')).filter((name) => name.length === 2))
          for (const name of readdirSync(join(data, 'blobs', folder)))
            replaceBy(join(data, 'blobs', folder, name), 'a folder');
      },
      async (cli) => {
        const run = await cli.run('verify', '--json');
        expect(run.code).toBe(1);
        const before = run.json[0] as { problems: { code: string }[] };
        expect(new Set(before.problems.map(({ code }) => code))).toEqual(new Set(['blob-damaged']));
        const path = join(made.folder, 'plan.md');
        await cli.run('import', path, '--stage', 'decision', '--persona', 'cfo', '--json');
        const after = (await cli.run('verify', '--json')).json[0] as { problems: { code: string }[] };
        expect(after.problems.length).toBeLessThan(before.problems.length);
      },
    ));
});
