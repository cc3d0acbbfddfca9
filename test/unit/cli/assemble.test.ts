import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pdfOf } from '../../e2e/support/make-files.ts';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

describe('kitbag assemble', () => {
  it('writes one PDF of pages, the same each time, notes what is in it, and tells what may not be', async () => {
    const [files, out] = [join(cli.folder, 'files'), join(cli.folder, 'out')];
    await mkdir(files, { recursive: true });
    await mkdir(out);
    await writeFile(join(files, 'Prices.pdf'), pdfOf(['Intro', 'Ten euros', 'Terms']));
    await writeFile(join(files, 'Proof.pdf'), pdfOf(['Halden saved a day a week']));
    await writeFile(join(files, 'Battlecard.pdf'), pdfOf(['For us alone']));
    await cli.run('init', '--name', 'Ana');
    await cli.run('import', files, '--stage', 'decision', '--persona', 'cfo', '--type', 'one-pager');
    await cli.run('edit', 'Prices', 'Proof', '--set', 'audience=customer');
    await cli.run('edit', 'Battlecard', '--set', 'audience=internal');
    const target = join(out, 'Harborline.pdf');
    const asked = ['assemble', target, 'Prices:2-3', 'Proof', '--recipient', 'Harborline', '--json'];

    const { code, json } = await cli.run(...asked);
    const bytes = await readFile(target);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect([code, json]).toEqual([0, [{ file: target, pages: 3, sha256, added: [] }]]);
    expect((await cli.run(...asked)).json[0]).toMatchObject({ sha256 });

    const { sent } = (await cli.run('sent', '--to', 'harborline', '--json')).json[0] as { sent: object[] };
    expect(sent.slice(0, 2)).toMatchObject([
      { to: 'Harborline', title: 'Proof', how: 'saved', inFile: 'Harborline.pdf' },
      { to: 'Harborline', title: 'Prices', pages: '2-3', how: 'saved', inFile: 'Harborline.pdf' },
    ]);

    const held = await cli.run('assemble', join(out, 'b.pdf'), 'Battlecard', 'Prices:1', '--json');
    expect([held.code, held.json[0]]).toMatchObject([
      1,
      { file: join(out, 'b.pdf'), pages: 1, refused: [{ code: 'internal' }] },
    ]);
    const none = await cli.run('assemble', join(out, 'c.pdf'), 'Battlecard', '--json');
    expect([none.code, none.json[0]]).toMatchObject([1, { file: null, pages: 0 }]);
    await expect(readFile(join(out, 'c.pdf'))).rejects.toThrow('ENOENT');
    const nowhere = await cli.run('assemble', join(out, 'no', 'd.pdf'), 'Prices', '--json');
    expect([nowhere.code, nowhere.json[0]]).toMatchObject([
      1,
      { file: null, refused: [{ code: 'not-saved' }] },
    ]);
    expect((await cli.run('assemble', 'Prices')).code).toBe(2);
  });
});
