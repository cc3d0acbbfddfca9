import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Words } from '../../bench/corpus.ts';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

/** Three files, of which two differ in a word. */
async function library(): Promise<void> {
  const words = new Words(4);
  const folder = join(cli.folder, 'files');
  mkdirSync(folder, { recursive: true });
  const text = words.text(60);
  writeFileSync(join(folder, 'security.md'), `# Security pack\n\n${text}\n`);
  writeFileSync(join(folder, 'copy.md'), `# Trust and security\n\n${text.replace(/^\S+/, 'renewed')}\n`);
  writeFileSync(join(folder, 'roi.md'), `# Return on investment\n\n${words.text(60)}\n`);
  await cli.run('init', '--name', 'Ana');
  await cli.run('import', folder, '--stage', 'decision', '--persona', 'cfo');
}

type Pairs = {
  readonly pairs: readonly {
    readonly a: { readonly assetId: string; readonly page?: number };
    readonly b: { readonly assetId: string; readonly page?: number };
    readonly similarity: number;
  }[];
};

describe('kitbag near and kitbag merge', () => {
  it('tell near-duplicates as a whole and page by page, and make one asset of two', async () => {
    await library();
    const found = await cli.run('near', '--json');
    const { pairs } = found.json[0] as Pairs;
    expect(pairs.map(({ a, b }) => [a.page, b.page])).toEqual([
      [undefined, undefined],
      [1, 1],
    ]);
    expect(pairs[0]?.similarity).toBeGreaterThan(0.8);
    expect((await cli.run('near')).out).toContain('Trust and security');
    expect((await cli.run('near', 'Return on investment', '--json')).json).toEqual([{ pairs: [] }]);

    const [given, kept] = ['Trust and security', 'Security pack'];
    const tried = await cli.run('merge', given, kept, '--dry-run', '--json');
    expect(tried.json[0]).toMatchObject({ assetId: expect.any(String), versions: 2 });
    const merged = await cli.run('merge', given, kept, '--json');
    const { assetId } = merged.json[0] as { readonly assetId: string };
    expect([pairs[0]?.a.assetId, pairs[0]?.b.assetId]).toContain(assetId);
    const gone = [pairs[0]?.a.assetId, pairs[0]?.b.assetId].find((id) => id !== assetId) ?? '';
    const shown = await cli.run('show', gone, '--json');
    expect(shown.json[0]).toMatchObject({ asset: { id: assetId, versionCount: 2 } });
    expect((await cli.run('near', '--json')).json).toEqual([{ pairs: [] }]);
    expect((await cli.run('merge', given, kept)).code).toBe(2);
    expect((await cli.run('verify', '--json')).json[0]).toMatchObject({ ok: true });
  });

  it('say what is missing before anything is opened', async () => {
    expect(await cli.run('merge', 'one')).toMatchObject({ code: 2 });
  });
});
