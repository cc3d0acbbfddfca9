import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(async () => {
  cli = new TempCli();
  await cli.run('init', '--name', 'Ana');
});
afterEach(() => cli.remove());

/** Publishes a file; answers the folder that copies are saved to. */
async function published(name: string, text: string, type = 'one-pager'): Promise<string> {
  const file = join(cli.folder, name);
  const out = join(cli.folder, 'out');
  await writeFile(file, text);
  await mkdir(out);
  const words = ['--stage', 'decision', '--persona', 'cfo', '--type', type];
  expect((await cli.run('import', file, ...words)).code).toBe(0);
  return out;
}

describe('kitbag save', () => {
  it('saves a copy under its name, and never over what lies there', async () => {
    const out = await published('roi.md', '# ROI\n\nSeven months to payback.');
    const first = await cli.run('save', 'ROI', '--out', out, '--json');
    expect(first).toMatchObject({
      code: 0,
      json: [{ file: join(out, 'roi.md'), assetId: expect.any(String) }],
    });
    expect(first.json[0]).not.toHaveProperty('warning');
    const second = await cli.run('save', 'ROI', '--out', out);
    expect(second.out).toBe(`Saved as ${join(out, 'roi (2).md')}.\n`);
    expect(await readFile(join(out, 'roi (2).md'), 'utf8')).toContain('Seven months');
  });

  it('says of what another application could run that it does', async () => {
    const out = await published(
      'page.html',
      '<html><head><title>Pricing</title></head><body>7</body></html>',
    );
    const { code, json } = await cli.run('save', 'Pricing', '--out', out, '--json');
    expect([code, json]).toEqual([
      0,
      [expect.objectContaining({ warning: expect.stringContaining('run programs') })],
    ]);
  });

  it('says in a sentence why a copy was not saved, and where', async () => {
    const out = await published('roi.md', '# ROI\n\nSeven months to payback.');
    const file = join(cli.folder, 'roi.md');
    const wrong = [
      [join(cli.folder, 'nowhere'), 'isn’t there'],
      [file, 'a file is where a folder should be'],
    ] as const;
    for (const [folder, why] of wrong) {
      expect(await cli.run('save', 'ROI', '--out', folder, '--json')).toMatchObject({
        code: 1,
        json: [{ refused: [{ code: 'not-saved', message: expect.stringContaining(`in ${folder}: `) }] }],
      });
      expect((await cli.run('save', 'ROI', '--out', folder)).out).toContain(why);
    }
    expect((await cli.run('save', 'ROI', '--out', '')).code).toBe(2);
    await mkdir(join(out, 'roi.md'));
    const beside = await cli.run('save', 'ROI', '--out', out);
    expect(beside.out).toBe(`Saved as ${join(out, 'roi (2).md')}.\n`);
  });

  it('asks the gate: what is internal is saved only by who says so', async () => {
    const out = await published('card.md', '# Battlecard: Oakbill\n\nOakbill wins on price.', 'battlecard');
    const held = await cli.run('save', 'Battlecard: Oakbill', '--out', out, '--json');
    expect(held).toMatchObject({
      code: 1,
      json: [{ refused: [{ code: 'held', message: expect.stringContaining('not for customers') }] }],
    });
    expect(await readdir(out)).toEqual([]);
    expect((await cli.run('save', 'Battlecard: Oakbill', '--out', out, '--yes')).code).toBe(0);
    expect(await readdir(out)).toEqual(['card.md']);
  });
});
