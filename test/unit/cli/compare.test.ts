import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

describe('kitbag compare', () => {
  it('says what changed from one version to another', async () => {
    const folder = join(cli.folder, 'files');
    mkdirSync(folder, { recursive: true });
    const [first, second] = [join(folder, 'prices.md'), join(folder, 'new prices.md')];
    writeFileSync(first, '# Prices\n\nOne seat is ten euros a month for teams of five.\n');
    writeFileSync(second, '# Prices\n\nOne seat is eleven euros a month for teams of five.\n');
    await cli.run('init', '--name', 'Ana');
    await cli.run('import', first, '--stage', 'decision', '--persona', 'cfo');
    expect((await cli.run('compare', 'Prices')).code).not.toBe(0);
    await cli.run('version', 'Prices', second, '--note', 'Prices of 2027');
    const { json, code } = await cli.run('compare', 'Prices', '--json');
    expect([code, json[0]]).toMatchObject([
      0,
      {
        changed: [{ from: 1, to: 1, added: 1, removed: 1 }],
        same: 0,
        to: { version: 2, note: 'Prices of 2027' },
      },
    ]);
    expect((await cli.run('compare', 'Prices', '--from', '2', '--to', '1')).out).toContain('version 1');
    expect((await cli.run('compare', 'Prices', '--from', '7')).code).toBe(2);
  });
});
