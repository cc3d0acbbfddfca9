import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let ana: TempCli;
let ben: TempCli;
beforeEach(async () => {
  ana = new TempCli();
  ben = new TempCli();
  await ana.run('init', '--name', 'Ana', '--role', 'lead');
  const place = join(ana.folder, 'hub');
  await ana.run('hub', 'create', place, '--name', 'Acme', '--open');
  await ben.run('hub', 'join', place, '--name', 'Ben');
  await ana.run('sync');
});
afterEach(() => {
  ana.remove();
  ben.remove();
});

/** Writes a file outside the replica; answers its path. */
function file(name: string, text: string): string {
  mkdirSync(ben.folder, { recursive: true });
  writeFileSync(join(ben.folder, name), text);
  return join(ben.folder, name);
}

describe('kitbag propose', () => {
  it('brings a file to a marketer on another device, who adopts it; its contributor is named', async () => {
    const story = file('story.md', '# ROI story\n\nHarborline saved nine percent.\n');
    const proposed = await ben.run('propose', story, '--why', 'Used this with Harborline', '--json');
    expect(proposed).toMatchObject({
      code: 0,
      json: [{ proposals: [{ fileName: 'story.md', answer: 'open' }], refused: [] }],
    });
    await ben.run('sync');
    await ana.run('sync');
    expect((await ana.run('proposals')).out).toContain('Used this with Harborline');
    const incomplete = await ana.run('proposals', 'adopt', 'story.md', '--json');
    expect(incomplete.code).not.toBe(0);
    const words = ['--type', 'case-study', '--stage', 'decision', '--persona', 'cfo', '--json'];
    const adopted = await ana.run('proposals', 'adopt', 'story.md', ...words);
    expect(adopted).toMatchObject({ code: 0, json: [{ status: 'published' }] });
    expect((await ana.run('show', 'ROI story')).out).toMatch(/Proposed by\s+Ben/);
    await ana.run('sync');
    await ben.run('sync');
    const told = await ben.run('proposals', '--json');
    expect(told.json[0]).toMatchObject({ proposals: [{ answer: 'adopted', asset: { title: 'ROI story' } }] });
  });

  it('is declined with a reason, withdrawn by who proposed, and refused to who may not answer', async () => {
    await ben.run('propose', file('one.md', 'One.'), file('two.md', 'Two.'), '--why', 'Both helped');
    const refused = await ben.run('proposals', 'decline', 'one.md', '--reason', 'No', '--json');
    expect(refused).toMatchObject({ code: 1, json: [{ refused: [{ code: 'not-allowed' }] }] });
    expect((await ben.run('proposals', 'withdraw', 'two.md')).code).toBe(0);
    await ben.run('sync');
    await ana.run('sync');
    expect((await ana.run('proposals', 'decline', 'one.md')).code).toBe(2);
    const declined = await ana.run('proposals', 'decline', 'one.md', '--reason', 'Out of date', '--json');
    expect(declined).toMatchObject({ code: 0, json: [{ proposal: { answer: 'declined' } }] });
    expect((await ana.run('proposals', 'adopt', 'one.md')).code).toBe(2);
    expect((await ben.run('propose', file('three.md', 'Three.'))).code).toBe(2);
  });
});
