import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

const file = (name: string): string => join(cli.folder, 'files', name);

/** An English document and a German one. */
async function library(): Promise<void> {
  mkdirSync(join(cli.folder, 'files'), { recursive: true });
  writeFileSync(file('story.md'), '# Harborline story\n\nHarborline saved nine percent.\n');
  writeFileSync(file('bericht.md'), '# Hafenlinie\n\nHafenlinie sparte neun Prozent.\n');
  writeFileSync(file('newer.md'), '# Harborline story\n\nHarborline saved ten percent in a year.\n');
  await cli.run('init', '--name', 'Ana');
  await cli.run('import', file('story.md'), file('bericht.md'), '--stage', 'decision', '--persona', 'cfo');
  await cli.run('edit', 'Harborline story', '--set', 'language=en');
  await cli.run('edit', 'Hafenlinie', '--set', 'language=de');
}

type Listed = { readonly variants: readonly object[]; readonly changed?: readonly string[] };

describe('kitbag variant', () => {
  it('links, lists, brings in step and unlinks language versions', async () => {
    await library();
    const tried = await cli.run(
      'variant',
      'link',
      'Hafenlinie',
      '--of',
      'Harborline story',
      '--dry-run',
      '--json',
    );
    expect(tried.json[0]).toMatchObject({ variants: [], changed: [expect.any(String)] });
    const linked = await cli.run('variant', 'link', 'Hafenlinie', '--of', 'Harborline story', '--json');
    expect((linked.json[0] as Listed).variants).toEqual([
      expect.objectContaining({ title: 'Harborline story', language: 'en', original: true, version: 1 }),
      expect.objectContaining({ title: 'Hafenlinie', original: false, follows: 1, behind: 0 }),
    ]);
    await cli.run('version', 'Harborline story', file('newer.md'));
    const { out } = await cli.run('variant', 'list', 'Hafenlinie');
    expect(out).toMatch(/German +Hafenlinie +1 +1 +1/);
    const { json } = await cli.run('reviews', '--json');
    expect(JSON.stringify(json)).toContain('variant-behind');
    await cli.run('variant', 'follow', 'Hafenlinie');
    const inStep = await cli.run('variant', 'list', 'Hafenlinie', '--json');
    expect((inStep.json[0] as Listed).variants[1]).toMatchObject({ follows: 2, behind: 0 });
    const found = await cli.run('search', 'percent', '--json');
    expect(found.json[0]).toMatchObject({ total: 1 });
    await cli.run('variant', 'unlink', 'Hafenlinie');
    expect((await cli.run('variant', 'list', 'Hafenlinie', '--json')).json).toEqual([{ variants: [] }]);
    expect((await cli.run('verify', '--json')).json[0]).toMatchObject({ ok: true });
  });

  it('says what is missing before anything is opened', async () => {
    for (const args of [['link', 'one'], ['unlink'], ['list'], ['follow', 'one', '--follows', 'two'], []])
      expect(await cli.run('variant', ...args), args.join(' ')).toMatchObject({ code: 2 });
  });
});
