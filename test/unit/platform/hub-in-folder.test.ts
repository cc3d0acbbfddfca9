import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OwnTemporary } from '../../../src/main/base/own-temporary.ts';
import { dataPlace } from '../../../src/main/data-place.ts';
import { hubAround } from '../../../src/platform/hub-in-folder.ts';
import { TempCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A folder with a hub that Ana has shared, and a folder beside it. */
async function sharedHub() {
  const ana = new TempCli();
  const hub = join(ana.folder, 'Team hub');
  await mkdir(hub);
  await ana.run('init', '--name', 'Ana');
  expect((await ana.run('hub', 'create', hub, '--name', 'Acme')).code).toBe(0);
  return { ana, hub };
}

const everything = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

describe('a data folder that others would reach', () => {
  it('is refused by every command, and nothing of a replica is written into the hub', async () => {
    const { ana, hub } = await sharedHub();
    const before = await everything(hub);
    const tries = [
      ['init', '--name', 'Bo'],
      ['init', '--name', 'Bo', '--sample'],
      ['hub', 'join', hub, '--name', 'Bo'],
      ['requests'],
    ];
    for (const words of tries) {
      const { code, err } = await ana.raw(['--data', hub, ...words]);
      expect([code, err]).toEqual([3, expect.stringContaining(`There is a shared hub in ${hub}.`)]);
    }
    expect(await everything(hub)).toEqual(before);
    ana.remove();
  });

  it('is refused in a folder of the hub and in the one above it', async () => {
    const { ana, hub } = await sharedHub();
    const before = await everything(hub);
    for (const data of [join(hub, 'devices'), join(hub, 'my', 'own'), ana.folder]) {
      const { code, err } = await ana.raw(['--data', data, 'init', '--name', 'Bo']);
      expect([data, code, err]).toEqual([data, 3, expect.stringContaining('shared hub')]);
    }
    expect(await everything(hub)).toEqual(before);
    ana.remove();
  });

  it('is refused through a link, and where the hub’s description is damaged or gone', async () => {
    const { ana, hub } = await sharedHub();
    const link = join(await temporaryFolder(), 'link');
    await symlink(hub, link);
    expect((await ana.raw(['--data', join(link, 'new'), 'init', '--name', 'Bo'])).code).toBe(3);
    await writeFile(join(hub, 'hub.json'), '');
    expect((await ana.raw(['--data', hub, 'init', '--name', 'Bo'])).code).toBe(3);
    ana.remove();
  });

  it('with a replica in it says how it gets out of there', async () => {
    const { ana, hub } = await sharedHub();
    await writeFile(join(hub, 'replica.json'), '{}');
    const { code, err } = await ana.raw(['--data', hub, 'requests']);
    expect([code, err]).toEqual([3, expect.stringContaining('Move everything of it but the hub')]);
    ana.remove();
  });

  it('keeps nothing of the window: neither its profile nor its log', async () => {
    const { ana, hub } = await sharedHub();
    const before = await everything(hub);
    const place = dataPlace(hub, { makeSync: () => '/elsewhere' });
    expect(place).toEqual({ window: '/elsewhere', usable: false });
    expect(await everything(hub)).toEqual(before);
    ana.remove();
  });
});

describe('a data folder of one’s own', () => {
  it('may lie beside a hub, and beside a hub.json of another program', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'hub.json'), '{"repositories": []}');
    await mkdir(join(folder, 'devices', 'printer'), { recursive: true });
    expect(hubAround(join(folder, 'data'))).toBeUndefined();
    expect(dataPlace(join(folder, 'data'), new OwnTemporary())).toEqual({
      window: join(folder, 'data', 'window'),
      usable: true,
    });
  });
});

describe('a replica that knows its hub', () => {
  it('is opened again and again: its own notes of the hub are no hub', async () => {
    const { ana, hub } = await sharedHub();
    const bo = new TempCli();
    expect((await bo.run('hub', 'join', hub, '--name', 'Bo')).code).toBe(0);
    for (const one of [ana, bo]) {
      expect(hubAround(one.data)).toBeUndefined();
      expect((await one.run('requests')).code).toBe(0);
    }
    bo.remove();
    ana.remove();
  });
});

describe('--data without a name', () => {
  it.each([[['--data', '', 'requests']], [['--data=', 'init', '--name', 'Bo']]])(
    'is wrong use, and the application’s own folder is left alone: %j',
    async (words) => {
      const cli = new TempCli();
      const { code, err } = await cli.raw(words);
      expect([code, err]).toEqual([2, expect.stringContaining('--data names no folder')]);
      cli.remove();
    },
  );
});
