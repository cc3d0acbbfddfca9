import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let ana: TempCli;
let ben: TempCli;
let place: string;

beforeEach(() => {
  ana = new TempCli();
  ben = new TempCli();
  place = join(ana.folder, 'hub');
});
afterEach(() => {
  ana.remove();
  ben.remove();
});

async function shared(): Promise<void> {
  await ana.run('init', '--name', 'Ana');
  const path = join(ana.folder, 'Proof.md');
  mkdirSync(ana.folder, { recursive: true });
  writeFileSync(path, '# Proof\n\nPayback in seven months.\n');
  await ana.run('import', path, '--stage', 'decision', '--persona', 'cfo');
  await ana.run('hub', 'create', place, '--name', 'Acme', '--open');
}

describe('kitbag hub', () => {
  it('creates a hub in a folder that it makes, and again without harm', async () => {
    await ana.run('init', '--name', 'Ana');
    const created = await ana.run('hub', 'create', place, '--name', 'Acme', '--json');
    expect(created).toMatchObject({ code: 0, json: [{ hub: expect.stringMatching(/^h_/), name: 'Acme' }] });
    expect(await ana.run('hub', 'create', place, '--name', 'Acme', '--json')).toMatchObject({ code: 0 });
  });

  it('says where the hub is after its folder was moved, and makes no hub below a folder that is not there', async () => {
    await shared();
    const moved = join(ana.folder, 'elsewhere');
    const again = await ana.run('hub', 'create', moved, '--name', 'Acme');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('kitbag hub move')]);
    expect(await ana.run('hub', 'move', moved)).toMatchObject({ code: 2 });
    renameSync(place, moved);
    expect(await ana.run('hub', 'move', moved, '--json')).toMatchObject({
      code: 0,
      json: [{ name: 'Acme', location: moved }],
    });
    expect(await ana.run('sync', '--json')).toMatchObject({ code: 0 });
    await ben.run('init', '--name', 'Ben');
    const typo = await ben.run('hub', 'create', join(ben.folder, 'Onedrive', 'hub'), '--name', 'Other');
    expect([typo.code, typo.err]).toEqual([2, expect.stringContaining('There is no folder')]);
    expect(readdirSync(ben.folder)).toEqual(['data']);
  });

  it('says how the form is used that was meant, not all of them', async () => {
    const { code, err } = await ana.run('hub', 'join', place);
    expect(code).toBe(2);
    expect(err).toContain('Usage: kitbag hub join');
    expect(err).not.toContain('hub create');
    const unknown = await ana.run('hub', 'probe', place, '--nonsense');
    expect(unknown.err).toContain('Usage: kitbag hub probe LOCATION');
    expect(unknown.err).not.toContain('hub join');
    expect((await ana.run('hub', 'nothing')).err).toMatch(/hub create.*hub join.*hub probe/s);
  });

  it('invites to a folder without keys, as there are none', async () => {
    await shared();
    const withKeys = await ana.run('hub', 'invite', '--with-keys');
    expect(withKeys.code).toBe(2);
    expect(withKeys.err).toContain('This hub is in a folder, so there are no keys to send.');
    const { code, out } = await ana.run('hub', 'invite');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('paste this whole text, and choose that folder'),
    ]);
  });

  it('joins it: one command, and the text is found', async () => {
    await shared();
    const joined = await ben.run('hub', 'join', place, '--name', 'Ben', '--json');
    expect(joined).toMatchObject({
      code: 0,
      json: [
        {
          hub: expect.stringMatching(/^h_/),
          device: expect.stringMatching(/^[0-9a-f]{32}$/),
          status: 'joined',
        },
      ],
    });
    expect(await ben.run('sync', '--json')).toMatchObject({ code: 0 });
    const found = await ben.run('search', 'payback', '--json');
    expect(found.json[0]).toMatchObject({ total: 1, hits: [{ title: 'Proof', pages: [{ page: 1 }] }] });
  });

  it('says truly what is here and what still comes, and sync says it in the same words', async () => {
    await shared();
    const blobs = join(place, 'blobs');
    renameSync(blobs, join(ana.folder, 'blobs'));
    const joined = await ben.run('hub', 'join', place, '--name', 'Ben');
    expect(joined).toMatchObject({ code: 0, out: expect.stringContaining('with 1 asset.') });
    const coming =
      /The text is not here yet; kitbag sync gets it\..*\nThe file is not here yet: 1 KB to come\./;
    expect(joined.out).toMatch(coming);
    const missing = {
      texts: { wanted: 1, here: 0 },
      files: { wanted: 1, here: 0, missingBytes: expect.any(Number) },
    };
    const again = await ben.run('hub', 'join', place, '--name', 'Ben', '--json');
    expect(again.json).toMatchObject([{ status: 'joined', ...missing }]);
    expect((await ben.run('sync')).out).toMatch(coming);
    expect((await ben.run('search', 'payback', '--json')).json[0]).toMatchObject({ total: 0 });
    renameSync(join(ana.folder, 'blobs'), blobs);
    expect((await ben.run('sync', '--json')).json[0]).toMatchObject({
      texts: { wanted: 1, here: 1 },
      files: { wanted: 1, here: 1, missingBytes: 0 },
    });
    expect((await ben.run('sync')).out).toContain('The text is here.\nThe file is here.');
    expect((await ben.run('search', 'payback', '--json')).json[0]).toMatchObject({ total: 1 });
  });

  it('tells whoever waited, once, that a lead has let them in', async () => {
    await ana.run('init', '--name', 'Ana');
    await ana.run('hub', 'create', place, '--name', 'Acme', '--ask');
    await ben.run('hub', 'join', place, '--name', 'Ben');
    await ana.run('sync');
    await ana.run('grant', 'Ben', 'marketer');
    await ana.run('sync');
    const told = await ben.run('sync');
    expect(told.out).toContain('Ana let you into Acme, as a marketer.');
    const again = await ben.run('sync', '--json');
    expect(again).toMatchObject({ code: 0, json: [{ standing: 'member' }] });
    expect(again.json[0]).not.toHaveProperty('letIn');
    await ana.run('remove', 'Ben');
    await ana.run('sync');
    await ben.run('sync');
    await ana.run('grant', 'Ben', 'rep');
    await ana.run('sync');
    expect((await ben.run('sync', '--json')).json[0]).toMatchObject({
      letIn: { by: 'Ana', role: 'rep', again: true },
    });
  });

  it('says what is missing while the folder is being copied, and sync goes on with it', async () => {
    await shared();
    const devices = join(place, 'devices');
    const [founder = ''] = readdirSync(devices);
    const head = join(devices, founder, 'head.json');
    renameSync(head, join(ana.folder, 'head.json'));
    const waiting = {
      status: 'copying',
      name: 'Acme',
      message: expect.stringMatching(/^The folder is still being copied: 1 of 3 objects is missing\./),
      missing: 1,
      of: 3,
    };
    const again = () => ben.run('hub', 'join', place, '--name', 'Ben', '--json');
    expect(await again()).toMatchObject({ code: 1, json: [waiting] });
    expect(await again()).toMatchObject({ code: 1, json: [waiting] });
    expect(await ben.run('sync', '--json')).toMatchObject({
      code: 1,
      json: [{ blocked: [{ reason: 'copying', missing: 1, of: 3 }] }],
    });
    expect(await ben.run('search', 'payback')).toMatchObject({
      code: 3,
      err: expect.stringContaining('kitbag sync'),
    });
    renameSync(join(ana.folder, 'head.json'), head);
    expect(await ben.run('sync', '--json')).toMatchObject({ code: 0, json: [{ blocked: [] }] });
    expect(await again()).toMatchObject({ code: 0, json: [{ status: 'joined' }] });
    await ana.run('sync');
    const [first, second] = [await ana.run('state-hash', '--json'), await ben.run('state-hash', '--json')];
    expect(first.json).toEqual(second.json);
  });

  it('gives up a joining that is under way, so that nothing is left of it', async () => {
    await shared();
    renameSync(join(place, 'devices'), join(ana.folder, 'devices'));
    mkdirSync(join(place, 'devices'));
    expect(await ben.run('hub', 'join', place, '--name', 'Ben')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/still being copied.*\nYou are not in Acme yet/s),
    });
    expect(await ben.run('hub', 'give-up', '--json')).toMatchObject({ code: 0, json: [{ givenUp: true }] });
    expect((await ben.run('search', 'payback')).code).toBe(3);
    expect(await ben.run('init', '--name', 'Ben')).toMatchObject({ code: 0 });
  });

  it('says how it is used, and refuses what can’t be', async () => {
    expect((await ana.run('hub')).code).toBe(2);
    expect((await ana.run('hub', 'join', place)).code).toBe(2);
    expect((await ana.run('hub', 'create', place, '--name', 'Acme')).code).toBe(3);
    const nowhere = await ben.run('hub', 'join', place, '--name', 'Ben');
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('can’t be found') });
    await shared();
    expect(await ana.run('hub', 'join', place, '--name', 'Ana')).toMatchObject({ code: 2 });
    expect(await ben.run('hub', 'join', 's3://bucket/x', '--name', 'Ben')).toMatchObject({ code: 2 });
  });
});

describe('kitbag sync', () => {
  it('tells what was sent and received, and ends with 0 when nothing is missing', async () => {
    await shared();
    await ben.run('hub', 'join', place, '--name', 'Ben');
    await ben.run('rate', 'Proof', '5');
    const sent = await ben.run('sync', '--json');
    expect(sent).toMatchObject({
      code: 0,
      json: [
        { pushed: 1, pulled: 0, blobs: expect.any(Number), behind: [], blocked: [], ms: expect.any(Number) },
      ],
    });
    expect((await ana.run('sync', '--json')).json[0]).toMatchObject({ pulled: 2 });
    const [first, second] = [await ana.run('state-hash', '--json'), await ben.run('state-hash', '--json')];
    expect(first.json).toEqual(second.json);
  });

  it('ends with 1 and the reason while the hub is away, and with 2 where there is none', async () => {
    await shared();
    renameSync(place, `${place}-away`);
    expect(await ana.run('sync', '--json')).toMatchObject({
      code: 1,
      json: [{ pushed: 0, blocked: [{ reason: 'offline', message: expect.any(String) }] }],
    });
    await ben.run('init', '--name', 'Ben');
    expect(await ben.run('sync')).toMatchObject({ code: 2, err: expect.stringContaining('private') });
  });

  it('goes on until it is stopped, and takes in what comes meanwhile', async () => {
    await shared();
    await ben.run('hub', 'join', place, '--name', 'Ben');
    const watching = ben.run('sync', '--watch', '--json');
    await ana.run('request', 'A case from banking');
    await ana.run('sync');
    await expect.poll(() => ben.seen).toContain('"pulled":1');
    ben.controller.abort();
    const { code, json } = await watching;
    expect(code).toBe(0);
    expect(json.length).toBeGreaterThanOrEqual(2);
    expect(json.at(-1)).toMatchObject({ pulled: 1 });
  });
});
