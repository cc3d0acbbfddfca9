import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../../../scripts/build/build.ts';
import { closeFuses } from '../../../scripts/package/fuses.ts';
import { expect, test } from '../support/fixtures.ts';
import { executableVariable } from '../support/launch.ts';

const root = join(import.meta.dirname, '../../..');
const packaged = join(root, 'out/packaged');

/** Starts an application's folder as a person would, keeps a picture, and answers what was said until it quit. */
async function start(
  app: string,
  how: {
    readonly executable?: string;
    readonly display: string;
    readonly data: string;
    readonly args: string[];
  },
) {
  const executable = how.executable ?? process.env[executableVariable] ?? '';
  const picture = join(how.data, 'window.png');
  const root0 = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [app, '--data', how.data, '--screenshot', picture, '--disable-gpu', ...root0, ...how.args];
  const child = spawn(executable, args, {
    env: { ...process.env, DISPLAY: how.display },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said, hasPicture: existsSync(picture) };
}

/** All texts of the packaged code, by their path. */
async function packagedTexts(): Promise<readonly (readonly [string, string])[]> {
  const names = await readdir(join(packaged, 'out'), { recursive: true });
  const texts = names.filter((name) => /\.(?:js|cjs|mjs|html|css|json)$/.test(name));
  return Promise.all(
    texts.map(async (name) => [name, await readFile(join(packaged, 'out', name), 'utf8')] as const),
  );
}

// One build for all of them.
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => build(root, 'packaged'));

test('a packaged build holds no source map, no hook of the tests and nothing of development', async () => {
  const names = await readdir(packaged, { recursive: true });
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  const texts = await packagedTexts();
  expect(texts.length).toBeGreaterThan(5);
  const telltale =
    /sourceMappingURL=|kitbagTestHooks|KITBAG_E2E|KITBAG_DEV|kitbagDevelopment|KITBAG_BUILD|react-refresh/;
  expect(texts.flatMap(([name, text]) => (telltale.test(text) ? [name] : []))).toEqual([]);
  expect(texts.flatMap(([name, text]) => (text.includes(root) ? [name] : []))).toEqual([]);
  const manifest = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8'));
  expect(Object.keys(manifest)).not.toContain('scripts');
  expect(Object.keys(manifest)).not.toContain('devDependencies');
});

test('a packaged application starts, and opens no door to its page whatever the command line says', async ({
  display,
  dataFolder,
}) => {
  const args = ['--remote-debugging-port=0'];
  const port = (data: string) => existsSync(join(data, 'window', 'DevToolsActivePort'));
  const [ours, theirs] = [join(dataFolder, 'packaged'), join(dataFolder, 'sources')];
  const closed = await start(packaged, { display, data: ours, args });
  expect(closed).toMatchObject({ code: 0, hasPicture: true });
  expect([/DevTools listening/.test(closed.said), port(ours)]).toEqual([false, false]);
  // The same switch opens one where it runs from sources: there is something to be closed.
  const open = await start(root, { display, data: theirs, args });
  expect([/DevTools listening/.test(open.said), port(theirs)]).toEqual([true, true]);
});

test('a packaged runtime opens no debugger on its main process and runs no other code', async ({
  display,
  dataFolder,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'kitbag-runtime-'));
  const runtime = dirname(process.env[executableVariable] ?? '');
  await cp(runtime, folder, { recursive: true, verbatimSymlinks: true });
  const executable = join(folder, 'electron');
  await closeFuses(executable);
  const data = join(dataFolder, 'data');
  const closed = await start(packaged, { executable, display, data, args: ['--inspect=0'] });
  expect(closed).toMatchObject({ code: 0, hasPicture: true });
  expect(closed.said).not.toContain('Debugger listening');
  const open = await start(packaged, { display, data: join(dataFolder, 'open'), args: ['--inspect=0'] });
  expect(open.said).toContain('Debugger listening');
  await rm(folder, { recursive: true, force: true });
});
