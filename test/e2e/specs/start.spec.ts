import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs what `npm start` runs, without a display. */
function start(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test('npm start says which Electron it takes, opens on a virtual display, keeps a picture and quits', async ({
  dataFolder,
}, info) => {
  const picture = info.outputPath('window.png');
  const { code, said } = await start(['--data', dataFolder, '--screenshot', picture]);
  expect(said).toMatch(/^Electron \d+\.\d+\.\d+/m);
  expect(said).toContain('There is no display');
  expect(code).toBe(0);
  const png = await readFile(picture);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1280);
});

test('a start that names no data folder says so and opens none', async () => {
  const { code, said } = await start(['--data', '']);
  expect(said).toContain('--data names no folder');
  expect(code).toBe(2);
});
