import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetDetail } from '../../../src/contract/assets.ts';
import { lockReplica } from '../../../src/platform/lock/replica-lock.ts';
import { dropFiles } from '../support/drop-files.ts';
import { test as base, expect } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { answerSaveDialogs } from '../support/window-controls.ts';

/** A folder for the documents that a test writes. */
const test = base.extend<{ readonly documents: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
  documents: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kitbag-documents-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/** Puts a blob where the replica keeps them. */
async function storeBlob(dataFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const folder = join(dataFolder, 'blobs', sha256.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sha256), bytes);
  return sha256;
}

/** The version of the asset that came of a file. */
function versionIn(assets: ReadonlyMap<string, AssetDetail>, name: string): string {
  const asset = assets.get(name);
  if (asset === undefined) throw new Error(`No asset came of ${name}.`);
  return asset.version.id;
}

/** A test that provokes a refusal has the page complain of it. */
function expectComplaint(kitbag: RunningKitbag, pattern: RegExp): void {
  expect(kitbag.problems.filter((problem) => pattern.test(problem))).not.toEqual([]);
  kitbag.problems.length = 0;
}

test.describe('the window', () => {
  test('gives its page no Node, no Electron and only the agreed requests', async ({ kitbag }) => {
    const found = await kitbag.window.evaluate(() => ({
      process: typeof Reflect.get(window, 'process'),
      require: typeof Reflect.get(window, 'require'),
      module: typeof Reflect.get(window, 'module'),
      electron: typeof Reflect.get(window, 'electron'),
      requests: Object.keys(window.kitbag).sort(),
    }));
    expect(found).toMatchObject({
      process: 'undefined',
      require: 'undefined',
      module: 'undefined',
      electron: 'undefined',
    });
    expect(found.requests).not.toContain('grantPaths');
    expect(found.requests).toContain('grantFiles');
  });

  test('serves its page under a policy without eval and without other hosts', async ({ kitbag }) => {
    const policy = await kitbag.window.evaluate(async () => {
      const answer = await fetch('/');
      return answer.headers.get('Content-Security-Policy') ?? '';
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/https?:|\*/);
    // From a timer of the page's own: what the debugger evaluates is not bound by the policy.
    const evaluated = await kitbag.window.evaluate(
      () =>
        new Promise<string>((resolve) => {
          setTimeout(() => {
            try {
              // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
              const indirect: unknown = Reflect.apply(eval, window, ['1 + 1']);
              resolve(String(indirect));
            } catch (error) {
              resolve(error instanceof Error ? error.name : 'refused');
            }
          });
        }),
    );
    expect(evaluated).toBe('EvalError');
    kitbag.problems.length = 0;
  });

  test('opens no other window', async ({ kitbag }) => {
    const opened = await kitbag.window.evaluate(() => window.open('app://kitbag/') === null);
    expect(opened).toBe(true);
    expect(kitbag.app.windows()).toHaveLength(1);
  });

  test('does not leave its page', async ({ kitbag }) => {
    const before = kitbag.window.url();
    await kitbag.window.evaluate(() => {
      window.location.href = 'https://example.com/';
    });
    await kitbag.window.evaluate(() => {
      window.location.href = 'file:///etc/passwd';
    });
    await kitbag.window.waitForTimeout(300);
    expect(kitbag.window.url()).toBe(before);
    kitbag.problems.length = 0;
  });

  test('is denied what it might ask the system for', async ({ kitbag }) => {
    const answers = await kitbag.window.evaluate(async () => {
      const states = await Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as const).map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      );
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      );
      return { states, camera };
    });
    expect(new Set(answers.states)).toEqual(new Set(['denied']));
    expect(answers.camera).not.toBe('granted');
  });

  test('tells nobody this computer’s addresses by WebRTC, which no request is asked for', async ({
    kitbag,
  }) => {
    const policy = await kitbag.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
    );
    expect(policy).toBe('disable_non_proxied_udp');
    const candidates = await kitbag.window.evaluate(async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
      const found: string[] = [];
      connection.createDataChannel('any');
      const gathered = new Promise<void>((resolve) => {
        connection.onicecandidate = ({ candidate }) => {
          if (candidate === null) resolve();
          else found.push(candidate.candidate);
        };
      });
      await connection.setLocalDescription(await connection.createOffer());
      await gathered;
      connection.close();
      return found;
    });
    expect(candidates.filter((candidate) => / udp /i.test(candidate))).toEqual([]);
  });

  test('fetches nothing from elsewhere, even where the policy is not asked', async ({ kitbag }) => {
    const refused = await kitbag.window.evaluate(() =>
      fetch('https://example.com/').then(
        () => false,
        () => true,
      ),
    );
    expect(refused).toBe(true);
    expectComplaint(kitbag, /Content Security Policy|Refused|violates/);
    const outcome = await kitbag.app.evaluate(async ({ session }) => {
      const asked = await session.defaultSession.fetch('https://example.com/').then(
        () => 'answered',
        () => 'blocked',
      );
      const { blocked } = globalThis.kitbagTestHooks;
      const seen = [...blocked.targets];
      blocked.targets.clear();
      return { asked, seen };
    });
    expect(outcome).toEqual({ asked: 'blocked', seen: ['https://example.com'] });
  });
});

test.describe('files of the replica', () => {
  test('are served whole and in ranges, with a type from the list', async ({ kitbag, dataFolder }) => {
    const sha256 = await storeBlob(dataFolder, Buffer.from('0123456789'));
    const answers = await kitbag.window.evaluate(async (digest) => {
      const ask = async (type: string, range?: string) => {
        const answer = await fetch(`kitbag-file://blob/${digest}?type=${encodeURIComponent(type)}`, {
          headers: range === undefined ? {} : { Range: range },
        });
        return [answer.status, answer.headers.get('Content-Type'), await answer.text()];
      };
      return {
        whole: await ask('application/pdf'),
        part: await ask('video/mp4', 'bytes=2-4'),
        rest: await ask('video/mp4', 'bytes=7-'),
        last: await ask('video/mp4', 'bytes=-3'),
        beyond: await ask('video/mp4', 'bytes=10-'),
        page: await ask('text/html'),
      };
    }, sha256);
    expect(answers).toEqual({
      whole: [200, 'application/pdf', '0123456789'],
      part: [206, 'video/mp4', '234'],
      rest: [206, 'video/mp4', '789'],
      last: [206, 'video/mp4', '789'],
      beyond: [416, 'video/mp4', ''],
      page: [200, 'application/octet-stream', '0123456789'],
    });
    kitbag.problems.length = 0;
  });

  test('are the only files that are served', async ({ kitbag, dataFolder }) => {
    await writeFile(join(dataFolder, 'secret.txt'), 'not for the page');
    const statuses = await kitbag.window.evaluate(async () => {
      const ask = (url: string) =>
        fetch(url).then(
          (answer) => answer.status,
          () => 0,
        );
      return await Promise.all([
        ask(`kitbag-file://blob/${'0'.repeat(64)}`),
        ask('kitbag-file://blob/../secret.txt'),
        ask('kitbag-file://blob/%2e%2e%2fsecret.txt'),
        ask(`kitbag-file://blob/${'A'.repeat(64)}`),
        ask('app://kitbag/%2e%2e%2f%2e%2e%2fpackage.json'),
        ask('app://kitbag/../main/index.js'),
        ask('app://elsewhere/index.html'),
      ]);
    });
    expect(statuses.every((status) => status === 404 || status === 0)).toBe(true);
    kitbag.problems.length = 0;
  });

  test('are saved where a person says, and a cancelled dialog saves nothing', async ({
    launch,
    dataFolder,
    documents,
  }) => {
    const file = await put(documents, 'one-pager.txt', 'a one-pager');
    const version = versionIn(await makeReplica(dataFolder, { files: [file] }), 'one-pager.txt');
    const kitbag = await launch();
    const target = join(documents, 'copy.txt');
    await answerSaveDialogs(kitbag, null);
    const save = () => kitbag.window.evaluate((id) => window.kitbag.saveCopy({ version: id }), version);
    expect(await save()).toEqual({ status: 'cancelled' });
    await answerSaveDialogs(kitbag, target);
    expect(await save()).toMatchObject({ status: 'saved', fileName: 'copy.txt' });
    expect(await readFile(target, 'utf8')).toBe('a one-pager');
  });

  test('are not opened where the system would run them', async ({ launch, dataFolder, documents }) => {
    const file = await put(documents, 'no-ending', 'A text without an ending in its name');
    const version = versionIn(await makeReplica(dataFolder, { files: [file] }), 'no-ending');
    const kitbag = await launch();
    const outcome = await kitbag.window.evaluate(
      (id) => window.kitbag.openInApplication({ version: id }),
      version,
    );
    expect(outcome).toMatchObject({
      status: 'not-opened',
      says: { values: { danger: { code: 'gate.danger-kind' } } },
    });
  });
});

test('the window opens where and as large as it was closed', async ({ launch }) => {
  const boundsOf = (kitbag: RunningKitbag) =>
    kitbag.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1010, height: 720 }),
  );
  await expect.poll(() => boundsOf(first)).toEqual({ x: 60, y: 40, width: 1010, height: 720 });
  await first.close();
  const second = await launch();
  expect(await boundsOf(second)).toEqual({ x: 60, y: 40, width: 1010, height: 720 });
});

test('a second start on the same folder brings the first window forward and ends', async ({
  kitbag,
  launch,
}) => {
  const focused = kitbag.app.evaluate(
    ({ app }) => new Promise<boolean>((resolve) => app.once('second-instance', () => resolve(true))),
  );
  await expect(launch()).rejects.toThrow();
  expect(await focused).toBe(true);
  expect(kitbag.app.windows()).toHaveLength(1);
});

test('a link to elsewhere is opened only where it is a web or mail link', async ({ kitbag }) => {
  await kitbag.app.evaluate(({ shell }) => {
    shell.openExternal = async (url: string) => {
      Reflect.set(globalThis, 'openedExternally', url);
    };
  });
  const open = (url: string) =>
    kitbag.window.evaluate((address) => window.kitbag.openExternal({ url: address }), url);
  expect(await open('file:///etc/passwd')).toMatchObject({ status: 'refused' });
  expect(await open('javascript:alert(1)')).toMatchObject({ status: 'refused' });
  expect(await open('https://user:secret@example.com/')).toMatchObject({ status: 'refused' });
  expect(await open('https://example.com/pricing')).toEqual({ status: 'done' });
  expect(await kitbag.app.evaluate(() => Reflect.get(globalThis, 'openedExternally'))).toBe(
    'https://example.com/pricing',
  );
});

test('an engine that is killed comes back, and the page hears of it', async ({ kitbag }) => {
  await kitbag.window.evaluate(() => {
    window.kitbag.onNotice((notice) => {
      if (notice.kind === 'engine-restarted') document.documentElement.dataset.restarted = 'true';
    });
  });
  await kitbag.killEngine();
  await kitbag.window.locator('html[data-restarted="true"]').waitFor({ state: 'attached' });
});

test('a replica that another program holds is left alone, and the window says who has it', async ({
  dataFolder,
  launch,
}) => {
  const holder = await lockReplica(dataFolder, 'kitbag import', Date.now());
  expect(holder.ok).toBe(true);
  const kitbag = await launch();
  await expect(kitbag.window.getByText(/kitbag import/)).toBeVisible();
  if (holder.ok) holder.value.release();
});

test('a file is put on the clipboard as itself, Markdown too', async ({ launch, dataFolder, documents }) => {
  const files = [
    await put(documents, 'roi.md', 'Seven months to payback.'),
    await put(documents, 'ROI story.pdf', pdfOf(['Brightwater'])),
  ];
  const assets = await makeReplica(dataFolder, { files });
  const kitbag = await launch();
  const copy = (version: string) =>
    kitbag.window.evaluate((id) => window.kitbag.copyFile({ version: id }), version);
  expect(await copy(versionIn(assets, 'roi.md'))).toEqual({ status: 'done', as: 'file' });
  expect(await kitbag.app.evaluate(({ clipboard }) => clipboard.readText())).not.toContain('Seven months');
  expect(await copy(versionIn(assets, 'ROI story.pdf'))).toEqual({ status: 'done', as: 'file' });
  expect(await copy(`v_${'0'.repeat(16)}`)).toMatchObject({ status: 'refused' });
});

test('files that are dropped become a grant, and the page never sees a path', async ({
  kitbag,
  dataFolder,
}) => {
  const file = join(dataFolder, 'one-pager.md');
  await writeFile(file, '# One-pager');
  await kitbag.window.evaluate(() => {
    window.addEventListener('dragover', (event) => event.preventDefault(), { capture: true });
    window.addEventListener(
      'drop',
      (event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        void window.kitbag.grantFiles(files).then((grant) => {
          document.documentElement.dataset.grant = JSON.stringify(grant);
        });
      },
      { capture: true },
    );
  });
  await dropFiles(kitbag, [file]);
  await expect(kitbag.window.locator('html')).toHaveAttribute('data-grant', /"count":1/);
  expect(await kitbag.window.locator('html').getAttribute('data-grant')).not.toContain('one-pager');
  const forged = await kitbag.window.evaluate(() =>
    window.kitbag.grantFiles([{ name: '/etc/passwd', size: 1 }]),
  );
  expect(forged).toBeNull();
});

test('a page whose process dies is loaded anew', async ({ kitbag }) => {
  await kitbag.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const loaded = new Promise<void>((resolve) =>
      window?.webContents.once('did-finish-load', () => resolve()),
    );
    window?.webContents.forcefullyCrashRenderer();
    return loaded;
  });
  const usable = await kitbag.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return await window?.webContents.executeJavaScript('typeof window.kitbag.connectEngine');
  });
  expect(usable).toBe('function');
  kitbag.problems.length = 0;
});
