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

describe('kitbag send', () => {
  it('writes a mail draft with files and pages, notes it, and tells what may not go', async () => {
    const [files, out] = [join(cli.folder, 'files'), join(cli.folder, 'out')];
    await mkdir(files, { recursive: true });
    await mkdir(out);
    await writeFile(join(files, 'Prices.pdf'), pdfOf(['Intro', 'Ten euros', 'Terms']));
    await writeFile(join(files, 'Battlecard.md'), '# Battlecard\n\nFor us alone.\n');
    await cli.run('init', '--name', 'Ana');
    await cli.run('import', files, '--stage', 'decision', '--persona', 'cfo', '--type', 'one-pager');
    await cli.run('edit', 'Prices', '--set', 'audience=customer');
    await cli.run('edit', 'Battlecard', '--set', 'audience=internal');
    const asked = ['send', 'Prices:2', 'Battlecard', '--to', 'Harborline', '--note', 'As promised'];

    const tried = await cli.run(...asked, '--out', out, '--dry-run', '--json');
    expect(tried).toMatchObject({ code: 1, json: [{ eml: null, refused: [{ code: 'internal' }] }] });
    expect((await cli.run('sent', '--json')).json[0]).toEqual({ sent: [] });

    const { code, json } = await cli.run(...asked, '--out', out, '--json');
    expect([code, json[0]]).toMatchObject([
      1,
      {
        eml: join(out, 'Prices.eml'),
        sent: [{ assetId: expect.any(String), version: expect.any(String), pages: '2' }],
        refused: [{ code: 'internal', message: expect.stringContaining('Internal only') }],
      },
    ]);
    const text = await readFile(join(out, 'Prices.eml'), 'utf8');
    expect(text).toContain('X-Unsent: 1');
    expect(text).toContain('As promised');
    expect(text).toContain('Prices (2).pdf');

    const { sent } = (await cli.run('sent', '--to', 'harborline', '--json')).json[0] as { sent: object[] };
    expect(sent).toMatchObject([{ to: 'Harborline', pages: '2', how: 'mail', at: expect.any(Number) }]);
    expect((await cli.run('sent')).out).toContain('Harborline');
    expect((await cli.run('send', 'Prices')).code).toBe(2);
  });
});
