import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(async () => {
  cli = new TempCli();
  await cli.run('init', '--name', 'Ana', '--role', 'lead');
});
afterEach(() => cli.remove());

/** Imports a file of its own content. */
async function published(name: string, ...words: string[]): Promise<void> {
  const file = join(cli.folder, `${name}.md`);
  await writeFile(file, `# ${name}\n\nAbout ${name}.`);
  const terms = ['--stage', 'decision', '--persona', 'cfo', '--type', 'one-pager'];
  expect((await cli.run('import', file, ...terms, ...words)).code).toBe(0);
}

describe('kitbag recall', () => {
  it('recalls an asset with what replaces it, by their names, and takes that back', async () => {
    await published('Prices');
    await published('Tariffs');
    const recalled = await cli.run(
      'recall',
      'Prices',
      '--reason',
      'Wrong',
      '--replacement',
      'Tariffs',
      '--json',
    );
    expect(recalled).toMatchObject({ code: 0, json: [{ assetId: expect.any(String), status: 'recalled' }] });
    expect((await cli.run('save', 'Prices', '--json')).code).toBe(1);
    const back = await cli.run('recall', 'Prices', '--undo', '--json');
    expect(back).toMatchObject({ code: 0, json: [{ status: 'published' }] });
  });

  it('changes nothing in a dry run, and says what is refused', async () => {
    await published('Prices');
    const dry = await cli.run('recall', 'Prices', '--reason', 'Wrong', '--dry-run', '--json');
    expect(dry).toMatchObject({ code: 0, json: [{ status: 'published' }] });
    const refused = await cli.run('recall', 'Prices', '--undo', '--json');
    expect(refused).toMatchObject({
      code: 1,
      json: [{ refused: [{ id: expect.any(String), code: 'not-recalled', message: expect.any(String) }] }],
    });
    expect((await cli.run('recall', 'Prices')).code).toBe(2);
  });
});

describe('kitbag publish, submit, archive, review', () => {
  it('take one step with many assets, by their names, and say what was refused', async () => {
    await published('Deck', '--draft');
    await published('Prices', '--draft');
    const dry = await cli.run('publish', 'Deck', 'Prices', '--dry-run', '--json');
    expect(dry).toMatchObject({ code: 0, json: [{ changed: [expect.any(String), expect.any(String)] }] });
    expect((await cli.run('publish', 'Deck', '--json')).code).toBe(0);
    const again = await cli.run('publish', 'Deck', 'Prices', '--json');
    expect(again).toMatchObject({
      code: 1,
      json: [
        { changed: [expect.any(String)], refused: [{ code: 'published', message: expect.any(String) }] },
      ],
    });
    const alone = await cli.run('submit', 'Deck', '--reviewer', 'Ana', '--json');
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('Somebody else')]);
    expect((await cli.run('review', 'Deck', '--json')).code).toBe(0);
    const listed = await cli.run('reviews', '--json');
    expect(listed.json).toMatchObject([
      { reviews: [{ title: 'Prices', why: 'unverified', dueOn: expect.any(String) }], kits: [] },
    ]);
    expect((await cli.run('approve', 'Deck', '--json')).json).toMatchObject([
      { refused: [{ code: 'not-in-review' }] },
    ]);
    expect((await cli.run('kit', 'create', 'Win them', '--asset', 'Deck')).code).toBe(0);
    const effect = await cli.run('retire', 'Deck', 'Prices', '--dry-run', '--json');
    expect(effect.json).toMatchObject([
      {
        emptied: [{ stage: 'decision', persona: 'cfo' }],
        kits: [{ name: 'Win them', left: 0 }],
        golden: [],
        requests: [],
        pins: 0,
        lastUsed: null,
      },
    ]);
    expect((await cli.run('archive', 'Deck', 'Prices', '--json')).code).toBe(0);
    expect((await cli.run('return', 'Deck')).code).toBe(2);
  });
});

describe('kitbag version', () => {
  it('adds a version, published or as a draft, and none of a file that is there already', async () => {
    await published('Deck');
    const file = join(cli.folder, 'next.md');
    await writeFile(file, '# Deck\n\nBetter than before.');
    const added = await cli.run('version', 'Deck', file, '--note', 'Better', '--json');
    expect(added).toMatchObject({ code: 0, json: [{ version: 2, status: 'published' }] });
    expect((await cli.run('version', 'Deck', file, '--json')).code).toBe(1);
    await writeFile(file, '# Deck\n\nBest of all.');
    const draft = await cli.run('version', 'Deck', file, '--draft', '--json');
    expect(draft).toMatchObject({ code: 0, json: [{ version: 3, status: 'draft' }] });
  });
});
