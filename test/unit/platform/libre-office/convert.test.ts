import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { delimiter } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runConfined } from '../../../../src/platform/libre-office/confined.ts';
import { convertToPdf } from '../../../../src/platform/libre-office/convert.ts';
import { findLibreOffice } from '../../../../src/platform/libre-office/find-program.ts';
import { removeLeftBehind } from '../../../../src/platform/libre-office/leftovers.ts';
import { leftBehind, withFakeOffice, writes } from './fake-office.ts';

const office = withFakeOffice();

async function converted(script: string, options: Parameters<typeof convertToPdf>[3] = {}) {
  const program = await office.program(script);
  const path = office.path('blob');
  await writeFile(path, 'an old document');
  const before = await leftBehind();
  const made = await convertToPdf(program, { path, ending: 'doc' }, office.path('made.pdf'), options);
  expect((await leftBehind()).filter((name) => !before.includes(name))).toEqual([]);
  return made;
}

describe('LibreOffice is asked for a PDF', () => {
  it('of a copy that has no name of its own, in a profile of its own without macros, links and network', async () => {
    const told = office.path.bind(office);
    const script = `
      const profile = new URL(args[0].slice('-env:UserInstallation='.length)).pathname;
      const told = { args: args.map((one) => one.split(outdir).join('OUT')), document: fs.readFileSync(input, 'utf8'), home: process.env.HOME === outdir, proxy: process.env.http_proxy, settings: fs.readFileSync(profile + '/user/registrymodifications.xcu', 'utf8') };
      fs.writeFileSync(outdir + '/document.pdf', '%PDF-' + JSON.stringify(told));`;
    expect(await converted(script)).toBe(true);
    const said: unknown = JSON.parse((await readFile(told('made.pdf'), 'utf8')).slice(5));
    expect(said).toMatchObject({
      args: expect.arrayContaining([
        '--headless',
        '--norestore',
        'pdf:writer_pdf_Export',
        'OUT/document.doc',
      ]),
      document: 'an old document',
      home: true,
      proxy: 'http://127.0.0.1:9',
      settings: expect.stringMatching(
        /MacroSecurityLevel.*<value>3<.*DisableMacrosExecution.*<value>true<.*BlockUntrustedRefererLinks.*<value>true</s,
      ),
    });
  });

  it('and is believed only where it wrote one, not too large, and said that all is well', async () => {
    expect(await converted('')).toBe(false);
    expect(await converted(writes('<html>'))).toBe(false);
    expect(await converted(`${writes('%PDF-1.7')} process.exit(1)`)).toBe(false);
    const limits = { cpuSeconds: 10, fileBytes: 4_096, memoryBytes: 1e9 };
    expect(await converted(writes(`%PDF-${'x'.repeat(100_000)}`), { limits })).toBe(false);
    expect(existsSync(office.path('made.pdf'))).toBe(false);
    expect(await converted(writes('%PDF-1.7'))).toBe(true);
  });

  it('and is ended when it and what it began hold too much memory', async () => {
    const eats = `const holds = 'globalThis.held = Buffer.alloc(3e8, 1); setInterval(() => {}, 1000)';
      for (const _ of [1, 2]) require('node:child_process').spawn(process.execPath, ['-e', holds]);
      ${writes('%PDF-1.7')} setTimeout(() => process.exit(0), 8_000);`;
    const limits = { cpuSeconds: 10, fileBytes: 1_000_000, memoryBytes: 5e8 };
    expect(await converted(eats, { limits })).toBe(false);
  });

  it('and is ended with its children when its time is over, or nobody waits any more', async () => {
    const hangs = (pids: string) =>
      `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
       fs.writeFileSync('${pids}', process.pid + ' ' + child.pid); setInterval(() => {}, 1000);`;
    const pids = office.path('pids');
    const isGone = async () => {
      for (const pid of (await readFile(pids, 'utf8')).split(' ').map(Number))
        expect(isRunning(pid)).toBe(false);
    };
    expect(
      await converted(hangs(pids), { limits: { cpuSeconds: 1, fileBytes: 1_000_000, memoryBytes: 1e9 } }),
    ).toBe(false);
    await vi.waitFor(isGone, { timeout: 10_000 });
    const stop = new AbortController();
    const going = converted(hangs(pids), { signal: stop.signal });
    await vi.waitFor(
      async () => expect(isRunning(Number((await readFile(pids, 'utf8')).split(' ')[1]))).toBe(true),
      {
        timeout: 20_000,
      },
    );
    stop.abort();
    expect(await going).toBe(false);
    await vi.waitFor(isGone, { timeout: 10_000 });
  });

  it('and is not begun where nobody waits any more before the system has said what it allows', async () => {
    const program = await office.program(`fs.writeFileSync(${JSON.stringify(office.path('ran'))}, 'x');`);
    const stop = new AbortController();
    const limits = { cpuSeconds: 10, fileBytes: 4_096, memoryBytes: 1e9 };
    const going = runConfined({ program, args: [] }, office.folder(), limits, stop.signal);
    stop.abort();
    expect(await going).toBe(false);
    expect(existsSync(office.path('ran'))).toBe(false);
  });

  it('and its end is its end also where the system says that what is left of it may not be ended', async () => {
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
    });
    try {
      expect(await converted(writes('%PDF-1.7'))).toBe(true);
    } finally {
      kill.mockRestore();
    }
  });

  it('of a program that is not there: nothing', async () => {
    await writeFile(office.path('blob'), 'x');
    const document = { path: office.path('blob'), ending: 'doc' } as const;
    expect(await convertToPdf(office.path('no-program'), document, office.path('made.pdf'))).toBe(false);
  });

  it('and asks no address that a document names (by the real one, where this device has it)', async () => {
    const asked: string[] = [];
    const server = createServer((request, answer) => {
      asked.push(request.url ?? '');
      answer.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      // LibreOffice reads a page as one, whatever it is called, and left alone asks for its pictures.
      const page = `<html><body><p>Offer</p><img src="http://127.0.0.1:${port}/picture.png"></body></html>`;
      await writeFile(office.path('links.doc'), page);
      const program = (await findLibreOffice()) ?? (await office.program(writes('%PDF-1.7')));
      const document = { path: office.path('links.doc'), ending: 'doc' } as const;
      expect(await convertToPdf(program, document, office.path('links.pdf'))).toBe(true);
      expect(asked).toEqual([]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('LibreOffice is found', () => {
  it('on the path before anywhere else, and nowhere where it is not', async () => {
    const program = await office.program('');
    const path = ['/nowhere', office.folder()].join(delimiter);
    expect(await findLibreOffice({ platform: 'linux', env: { PATH: path } })).toBe(program);
    expect(
      await findLibreOffice({ platform: 'win32', env: { PATH: '/nowhere', ProgramFiles: '/none' } }),
    ).toBeUndefined();
    const home = { PATH: '/nowhere', HOME: office.folder() };
    expect(await findLibreOffice({ platform: 'darwin', env: home })).toBeUndefined();
  });
});

describe('what a conversion left behind', () => {
  it('is taken away where its process is no more, and left where that is still at work', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const names = [`kitbag-convert-${gone}-abcdef`, `kitbag-convert-${process.pid}-abcdef`, 'kitbag-other'];
    for (const name of names) await mkdir(office.path(name));
    await removeLeftBehind(office.folder());
    expect((await readdir(office.folder())).toSorted()).toEqual(names.slice(1));
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
