import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(async () => {
  cli = new TempCli();
  const folder = join(cli.folder, 'files');
  mkdirSync(folder, { recursive: true });
  for (const name of ['Price list', 'CFO deck', 'Battlecard']) {
    writeFileSync(join(folder, `${name}.md`), `# ${name}\n\nWords about ${name}.\n`);
  }
  await cli.run('init', '--name', 'Ana', '--role', 'lead');
  await cli.run('import', folder, '--stage', 'decision', '--persona', 'cfo', '--tag', 'old');
});
afterEach(() => cli.remove());

const json = (run: { readonly json: readonly unknown[] }) => run.json[0];
const shown = async (title: string) => json(await cli.run('show', title, '--json'));

describe('kitbag edit', () => {
  it('sets, adds and removes fields of several assets, by their names', async () => {
    const run = await cli.run(
      ...['edit', 'Price list', 'CFO deck', '--add', 'tags=roi, "x, y"', '--remove', 'tag=OLD'],
      ...[
        '--set',
        'Buying stages=Retention',
        '--set',
        'expires=31.1.2027',
        '--set',
        'owner=(none)',
        '--json',
      ],
    );
    expect(run.code).toBe(0);
    expect(json(run)).toMatchObject({ changed: [expect.any(String), expect.any(String)], refused: [] });
    expect(await shown('CFO deck')).toMatchObject({
      asset: { tags: ['roi', 'x, y'], stages: ['retention'], expiresOn: '2027-01-31', owner: null },
    });
    expect(await shown('Battlecard')).toMatchObject({ asset: { tags: ['old'] } });
  });

  it('says what would be changed and changes nothing, tells of what it can’t do, and knows its fields', async () => {
    const dry = await cli.run('edit', 'Battlecard', '--set', 'title=New', '--dry-run', '--json');
    expect(json(dry)).toMatchObject({ changed: [expect.any(String)], refused: [] });
    const left = await cli.run('edit', 'Battlecard', '--remove', 'stages=decision', '--json');
    expect(left.code).toBe(1);
    expect(json(left)).toMatchObject({
      changed: [],
      refused: [{ id: expect.any(String), code: 'required', message: expect.stringContaining('Battlecard') }],
    });
    expect((await cli.run('edit', 'Battlecard', '--set', 'colour=red')).code).toBe(2);
    expect((await cli.run('edit', 'Battlecard', '--set', 'stages=no such')).err).toContain('no such');
    expect((await cli.run('edit', 'Battlecard')).code).toBe(2);
  });

  it('is refused to reps, asset by asset', async () => {
    await cli.remove();
    cli = new TempCli();
    await cli.run('init', '--name', 'Ana', '--role', 'rep', '--sample');
    const { json: found } = await cli.run('search', 'price', '--json');
    const [{ hits }] = found as [{ hits: { assetId: string }[] }];
    const run = await cli.run('edit', hits[0]?.assetId ?? '', '--add', 'tags=x', '--json');
    expect(run.code).toBe(1);
    expect(json(run)).toMatchObject({
      changed: [],
      refused: [{ code: 'not-allowed', id: hits[0]?.assetId }],
    });
  });
});

describe('kitbag metadata', () => {
  it.each(['csv', 'xlsx'])(
    'goes out as %s and in again, and changes nothing where nobody changed it',
    async (ending) => {
      const file = join(cli.folder, `assets.${ending}`);
      const out = await cli.run('metadata', 'export', file, '--json');
      expect(out.code).toBe(0);
      expect(json(out)).toMatchObject({
        rows: [
          { Title: 'Battlecard', Tags: 'old', State: 'published' },
          { Title: 'CFO deck' },
          { Title: 'Price list' },
        ],
      });
      const again = await cli.run('metadata', 'import', file, '--json');
      expect(again.code).toBe(0);
      expect(json(again)).toMatchObject({ changed: [], unchanged: { length: 3 }, failed: [], unknown: [] });
    },
  );

  it('changes what a spreadsheet changed, says which rows failed and why, and nothing on a dry run', async () => {
    const file = join(cli.folder, 'assets.csv');
    await cli.run('metadata', 'export', file, '--separator', ';', '--language', 'de');
    const table = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      table.replace('Battlecard;', 'Battlecard: Oakbill;').replace(/;old;/g, ';"old, new";'),
    );
    const dry = await cli.run('metadata', 'import', file, '--dry-run', '--json');
    expect(json(dry)).toMatchObject({ changed: { length: 3 } });
    await cli.run('metadata', 'import', file);
    expect(await shown('Battlecard: Oakbill')).toMatchObject({ asset: { tags: ['old', 'new'] } });
    writeFileSync(file, 'File name,Stage,Colour\nCFO deck.md,nowhere,red\n');
    const failed = await cli.run('metadata', 'import', file, '--json');
    expect(failed.code).toBe(1);
    expect(json(failed)).toMatchObject({
      changed: [],
      failed: [{ row: 2, column: 'Stage', message: expect.stringContaining('nowhere') }],
      unknown: ['Colour'],
    });
    expect(failed.err).toContain('Colour');
  });

  it('says more of what is imported, by the names of the files', async () => {
    const folder = join(cli.folder, 'more');
    mkdirSync(folder);
    writeFileSync(join(folder, 'one.md'), '# One\n\nFirst.\n');
    const table = join(cli.folder, 'more.csv');
    writeFileSync(table, 'File name,Title,Tags\none.md,A better title,"roi, cfo"\ntwo.md,Nowhere,x\n');
    const run = await cli.run(
      ...['import', folder, '--stage', 'decision', '--persona', 'cfo', '--metadata', table, '--json'],
    );
    expect(run.code).toBe(1);
    expect(run.json.at(-1)).toMatchObject({
      summary: { published: 1, metadata: { changed: 1, failed: [{ row: 3, message: expect.any(String) }] } },
    });
    expect(await shown('A better title')).toMatchObject({ asset: { tags: ['roi', 'cfo'] } });
  });

  it('prints the table where no file is said', async () => {
    const { out } = await cli.run('metadata', 'export');
    expect(out.replace('\ufeff', '')).toMatch(/^Asset ID,File name,Title,/);
    expect((await cli.run('metadata', 'export', 'assets.pdf')).code).toBe(2);
    expect((await cli.run('metadata')).code).toBe(2);
  });
});

describe('kitbag taxonomy', () => {
  it('lists products, dimensions and tags with how many assets have each', async () => {
    expect(json(await cli.run('taxonomy', '--json'))).toMatchObject({
      products: [],
      dimensions: [],
      tags: [{ tag: 'old', assets: 3 }],
    });
  });
});
