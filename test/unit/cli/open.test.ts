import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

describe('kitbag open', () => {
  it('says what a link would show, and changes nothing', async () => {
    const files = join(cli.folder, 'files');
    await mkdir(files, { recursive: true });
    await writeFile(join(files, 'Prices.md'), '# Prices\n\nTen euros.\n');
    await cli.run('init', '--name', 'Ana');
    const imported = await cli.run('import', files, '--stage', 'decision', '--persona', 'cfo', '--json');
    const { assetId } = imported.json[0] as { assetId: string };
    const opened = async (link: string) => {
      const { code, json } = await cli.run('open', link, '--json');
      return [code, json[0]];
    };
    expect(await opened(`kitbag://asset/${assetId}?page=1`)).toEqual([
      0,
      { screen: 'asset', id: assetId, page: 1 },
    ]);
    expect(await opened(`kitbag://asset/${assetId}?page=9`)).toEqual([0, { screen: 'asset', id: assetId }]);
    expect(await opened('kitbag://search?q=ten+euros')).toEqual([
      0,
      { screen: 'search', query: 'ten euros' },
    ]);
    expect((await cli.run('open', `kitbag://asset/${assetId}?page=1`)).out).toContain(
      "The asset 'Prices', page 1",
    );
    const kit = await cli.run('kit', 'create', 'Renewals', '--asset', assetId, '--json');
    const { id } = (kit.json[0] as { kit: { id: string } }).kit;
    expect(await opened(`kitbag://kit/${id}`)).toEqual([0, { screen: 'kit', id }]);
    const asked = await cli.run('request', 'A battlecard', '--json');
    const request = (asked.json[0] as { request: { id: string } }).request.id;
    expect(await opened(`kitbag://request/${request}`)).toEqual([0, { screen: 'request', id: request }]);
  });

  it('refuses what is no link, and what is not there', async () => {
    await cli.run('init', '--name', 'Ana');
    const wrong = await cli.run('open', 'https://example.com/');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no link into Kitbag')]);
    const gone = await cli.run('open', 'kitbag://asset/a_0123456789abcdef');
    expect([gone.code, gone.err]).toEqual([2, expect.stringContaining('There is no asset')]);
  });
});
