import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';
import { comingIn, foreignDevice, writeForeign } from '../../support/foreign-journal.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

describe('kitbag members, grant, remove', () => {
  it('shows everybody, gives a role by name or the beginning of an id, and removes', async () => {
    await cli.run('init', '--name', 'Ana', '--role', 'lead', '--json');
    const ben = foreignDevice();
    await writeForeign(cli.data, ben, [comingIn(ben, 'Ben')]);
    const granted = await cli.run('grant', 'ben', 'marketer', '--json');
    expect(granted.code).toBe(0);
    expect(granted.json[0]).toMatchObject({
      members: [
        { name: 'Ana', role: 'lead', state: 'member' },
        { name: 'Ben', role: 'marketer', state: 'member', devices: [{ id: ben.id }] },
      ],
    });
    expect((await cli.run('members')).out).toContain('marketer');
    const removed = await cli.run('remove', ben.member.slice(0, 10), '--json');
    expect(removed.json[0]).toMatchObject({ members: [{ name: 'Ana' }, { name: 'Ben', state: 'removed' }] });
  });

  it('says beside what is found how many of its ratings new members gave', async () => {
    await cli.run('init', '--name', 'Ana', '--role', 'lead', '--json');
    mkdirSync(cli.folder, { recursive: true });
    const path = join(cli.folder, 'battlecard.md');
    writeFileSync(path, '# Battlecard\n\nAsk for their rollout plan.\n');
    await cli.run('import', path, '--stage', 'decision', '--persona', 'CFO', '--json');
    const shown = (await cli.run('show', 'Battlecard', '--json')).json[0] as {
      asset: { id: string; version: { id: string } };
    };
    const { id: asset, version } = shown.asset;
    for (const name of ['Ben', 'Cleo', 'Dan']) {
      const device = foreignDevice();
      const body = { asset, version: version.id, value: 5, at: Date.now() };
      await writeForeign(cli.data, device, [
        comingIn(device, name),
        { stream: 'catalog', kind: 'rating-given', body },
      ]);
    }
    expect((await cli.run('search', 'rollout')).out).toMatch(/usefulness \d\.\d, all from new members/);
    expect((await cli.run('search', 'rollout', '--json')).json[0]).toMatchObject({
      hits: [{ ratings: 3, ratingsFromNewMembers: 3 }],
    });
  });

  it('explains which event gives each field of an asset its value', async () => {
    await cli.run('init', '--name', 'Ana', '--role', 'lead', '--json');
    mkdirSync(cli.folder, { recursive: true });
    const path = join(cli.folder, 'battlecard.md');
    writeFileSync(path, '# Battlecard\n\nAsk for their rollout plan.\n');
    await cli.run('import', path, '--stage', 'decision', '--persona', 'CFO', '--json');
    const explained = await cli.run('explain', 'Battlecard', '--json');
    const { fields } = explained.json[0] as { fields: { field: string; value: unknown; who: string }[] };
    expect(fields.find(({ field }) => field === 'title')).toMatchObject({ value: 'Battlecard', who: 'Ana' });
    expect((await cli.run('explain', 'Battlecard')).out).toContain('stages');
  });

  it('says what is wrong: nobody of that name, no such role, the only lead', async () => {
    await cli.run('init', '--name', 'Ana', '--role', 'lead', '--json');
    expect(await cli.run('grant', 'Zoe', 'rep')).toMatchObject({ code: 2 });
    expect((await cli.run('grant', 'Ana', 'boss')).err).toContain('There is no role');
    const last = await cli.run('remove', 'Ana');
    expect(last.code).toBe(2);
    expect(last.err).toContain('only content lead');
  });
});
