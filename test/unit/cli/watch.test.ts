import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(async () => {
  cli = new TempCli();
  await cli.run('init', '--name', 'Ana', '--role', 'lead');
});
afterEach(() => cli.remove());

/** A file that has rested for a while. */
function put(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  const before = Date.now() / 1000 - 60;
  utimesSync(join(folder, name), before, before);
  return join(folder, name);
}

describe('kitbag watch', () => {
  it('publishes what comes into a folder, follows what moves, tells what went, and says what it watches', async () => {
    const drive = join(cli.folder, 'drive');
    const card = put(drive, 'card.md', '# Battlecard: Oakbill\n\nOakbill wins on price.\n');
    const added = await cli.run(
      'watch',
      'add',
      drive,
      '--publish',
      '--stage',
      'decision',
      '--persona',
      'CFO',
      '--type',
      'battlecard',
      '--json',
    );
    expect(added.code).toBe(0);
    expect(added.json[0]).toMatchObject({ watches: [{ path: drive, publish: true, files: 0 }] });

    const first = await cli.run('watch', 'run', '--once', '--json');
    expect(first.json[0]).toMatchObject({
      published: [{ file: card, assetId: expect.any(String), version: false }],
      ...{ staged: [], moved: [], missing: [], failed: [] },
    });
    const found = await cli.run('search', 'Oakbill', '--json');
    expect(found.json[0]).toMatchObject({ total: 1 });

    renameSync(card, join(drive, 'renamed.md'));
    const moved = await cli.run('watch', 'run', '--once', '--json');
    expect(moved.json[0]).toMatchObject({
      moved: [{ from: card, file: join(drive, 'renamed.md') }],
      missing: [],
    });

    put(drive, 'other.md', '# Other\n\nWords.\n');
    rmSync(join(drive, 'renamed.md'));
    const last = await cli.run('watch', 'run', '--once');
    expect(last.out).toContain('missing    ');
    const { json } = await cli.run('watch', 'list', '--json');
    expect(json[0]).toMatchObject({ watches: [{ path: drive, files: 2, missing: 1, away: false }] });
    expect((await cli.run('watch', 'remove', drive)).code).toBe(0);
    expect((await cli.run('watch', 'list')).out).toContain('watches no folder');
  });

  it('is refused to reps', async () => {
    await cli.remove();
    cli = new TempCli();
    await cli.run('init', '--name', 'Ben', '--role', 'rep');
    const run = await cli.run('watch', 'add', cli.folder, '--json');
    expect(run.code).toBe(1);
    expect(run.json[0]).toMatchObject({ refused: [{ id: cli.folder, code: 'not-allowed' }] });
  });

  it('says what is wrong with how it is called, and that a folder is not there', async () => {
    expect((await cli.run('watch')).code).toBe(2);
    expect((await cli.run('watch', 'add')).code).toBe(2);
    const gone = await cli.run('watch', 'add', join(cli.folder, 'nowhere'));
    expect([gone.code, gone.err]).toEqual([2, expect.stringContaining('There is no folder')]);
  });
});
