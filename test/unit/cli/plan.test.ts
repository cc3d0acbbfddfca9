import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(async () => {
  cli = new TempCli();
  await cli.run('init', '--name', 'Ana', '--role', 'marketer');
});
afterEach(() => cli.remove());

const story = (customer: string): string =>
  `# ${customer} saves nine percent\n\nHow ${customer} went live within nine weeks, and what the plant reports after one year of work.\n`;
const deck = (last: string): string =>
  `# Overview\n\n${Array.from({ length: 30 }, (_, at) => `Sentence number ${at} says what the product does for its people.`).join('\n\n')}\n\n${last}\n`;

/** A folder with two kinds of documents, versions of a deck, a copy and an empty file; answers where things lie in it. */
function drive(): (name: string) => string {
  const at = (name: string): string => join(cli.folder, 'Sales', name);
  const files: Readonly<Record<string, string>> = {
    '02 Case studies/Halden.md': story('Halden'),
    '02 Case studies/Corvane.md': story('Corvane'),
    'Decks/Overview v1.md': deck('First.'),
    'Decks/Overview_v2_FINAL.md': deck('Second.'),
    'Decks/Another name.md': deck('Third.'),
    '_OLD do not use/Halden.md': story('Halden'),
    'Misc/empty.pdf': '',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
  return at;
}

describe('kitbag plan', () => {
  it('says what an import would do, and does nothing', async () => {
    const at = drive();
    const before = await cli.run('state-hash', '--json');
    const { code, json } = await cli.run('plan', at('.'), '--json');
    expect(code).toBe(1);
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({
      families: [{ current: at('Decks/Overview_v2_FINAL.md'), earlier: [at('Decks/Overview v1.md')] }],
      duplicates: [{ keep: at('02 Case studies/Halden.md'), same: [at('_OLD do not use/Halden.md')] }],
      left: [{ file: at('Misc/empty.pdf'), reason: 'empty' }],
    });
    const { groups, near } = json[0] as {
      groups: { folder: string; files: number; proposed: Record<string, unknown>; why: string }[];
      near: { a: string; b: string; similarity: number }[];
    };
    const stories = groups.find(({ folder }) => folder === 'Sales/02 Case studies');
    expect(stories).toMatchObject({ files: 2, proposed: { type: 'case-study' } });
    expect(stories?.why).toContain('The folder is called ‘02 Case studies’.');
    const other = near.filter(({ a, b }) => [a, b].includes(at('Decks/Another name.md')));
    expect(other).toHaveLength(2);
    for (const { similarity } of other) expect(similarity).toBeGreaterThan(0.6);
    expect((await cli.run('state-hash', '--json')).json).toEqual(before.json);
    expect((await cli.run('plan')).code).toBe(2);
  });

  it('tells it to people, too', async () => {
    const { out } = await cli.run('plan', drive()('.'));
    expect(out).toContain('Sales/02 Case studies: 2 files -> Case study, Customer-facing');
    expect(out).toContain('Overview_v2_FINAL.md after Overview v1.md');
  });
});

describe('kitbag import --plan', () => {
  it('takes what is proposed: types, versions and copies', async () => {
    const at = drive();
    const { code, json } = await cli.run('import', at('.'), '--plan', '--json');
    expect(code).toBe(1);
    const lines = json as { file?: string; status?: string; assetId?: string; summary?: object }[];
    const status = (name: string) => lines.find(({ file }) => file === at(name))?.status;
    const asset = (name: string) => lines.find(({ file }) => file === at(name))?.assetId ?? '';
    expect(status('Decks/Overview_v2_FINAL.md')).toBe('published');
    expect(status('Decks/Overview v1.md')).toBe('version');
    expect(asset('Decks/Overview v1.md')).toBe(asset('Decks/Overview_v2_FINAL.md'));
    expect(status('_OLD do not use/Halden.md')).toBe('duplicate');
    expect(status('Misc/empty.pdf')).toBe('failed');
    expect(lines.at(-1)?.summary).toMatchObject({
      files: 7,
      published: 4,
      version: 1,
      duplicate: 1,
      failed: 1,
    });
    const shown = await cli.run('show', asset('02 Case studies/Corvane.md'), '--json');
    expect(shown.json[0]).toMatchObject({
      asset: { type: 'case-study', folder: 'Sales/02 Case studies', state: 'published' },
    });
    const found = await cli.run('search', 'folder:decks', '--json');
    expect(found.json[0]).toMatchObject({ total: 2 });
  });

  it('says with --dry-run what it would do, and leaves everything as it is', async () => {
    const at = drive();
    const before = await cli.run('state-hash', '--json');
    const { json } = await cli.run('import', at('.'), '--plan', '--stage', 'decision', '--dry-run', '--json');
    const lines = json as { file?: string; status?: string }[];
    expect(lines.find(({ file }) => file === at('Decks/Overview v1.md'))?.status).toBe('version');
    expect(json.at(-1)).toMatchObject({
      summary: { files: 7, published: 4, version: 1, duplicate: 1, failed: 1 },
    });
    expect((await cli.run('state-hash', '--json')).json).toEqual(before.json);
    const plain = await cli.run(
      'import',
      at('Decks'),
      '--stage',
      'decision',
      '--persona',
      'cfo',
      '--dry-run',
      '--json',
    );
    expect(plain.json.at(-1)).toMatchObject({ summary: { published: 3 } });
  });
});
