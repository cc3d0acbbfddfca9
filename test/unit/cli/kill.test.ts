import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempCli } from '../../support/cli.ts';
import { CLI_ENTRY } from '../../support/cli-entry.ts';

let cli: TempCli;
beforeEach(() => {
  cli = new TempCli();
});
afterEach(() => cli.remove());

/** Runs an import in a process of its own and ends it with a signal after so many lines; answers what was acknowledged. */
async function importUntil(
  lines: number,
  signal: NodeJS.Signals,
): Promise<{ acknowledged: string[]; last: unknown }> {
  const folder = join(cli.folder, 'files');
  const args = ['--data', cli.data, 'import', folder, '--stage', 'decision', '--persona', 'cfo', '--json'];
  const child = spawn(process.execPath, [CLI_ENTRY, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const acknowledged: string[] = [];
  let last: unknown;
  for await (const line of createInterface({ input: child.stdout })) {
    const told: unknown = JSON.parse(line);
    last = told;
    if (typeof told === 'object' && told !== null && 'assetId' in told)
      acknowledged.push(String(told.assetId));
    if (acknowledged.length >= lines && !child.killed) child.kill(signal);
  }
  await ended;
  return { acknowledged, last };
}

describe('an import that is ended from outside', () => {
  beforeEach(async () => {
    await cli.run('init', '--name', 'Ana');
    mkdirSync(join(cli.folder, 'files'));
    for (let number = 0; number < 12; number += 1) {
      writeFileSync(join(cli.folder, 'files', `note-${number}.md`), `# Note ${number}\n\nText ${number}.\n`);
    }
  });

  it('by a kill leaves every acknowledged asset and a clean replica, and can simply be run again', async () => {
    const { acknowledged } = await importUntil(3, 'SIGKILL');
    expect(acknowledged.length).toBeGreaterThanOrEqual(3);
    expect((await cli.run('verify', '--json')).json[0]).toMatchObject({ ok: true, problems: [] });
    for (const asset of acknowledged) expect((await cli.run('show', asset, '--json')).code).toBe(0);
    const { last } = await importUntil(99, 'SIGKILL');
    expect(last).toMatchObject({ summary: { files: 12, failed: 0 } });
    const found = (await cli.run('search', '', '--limit', '100', '--json')).json[0];
    expect(found).toMatchObject({ total: 12 });
  });

  it('by Ctrl+C reports what is done and what was not read', async () => {
    const { acknowledged, last } = await importUntil(2, 'SIGINT');
    expect(last).toMatchObject({ summary: { published: acknowledged.length } });
    expect((await cli.run('verify', '--json')).json[0]).toMatchObject({ ok: true });
  });
});
