import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { overriddenRuntime } from '../../../scripts/electron-runtime/electron-package.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitbag-runtime-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('names the runtime, which says its version', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    await writeFile(join(folder, 'electron'), '');
    await writeFile(join(folder, 'version'), 'v45.4.1\n');
    const runtime = await overriddenRuntime();
    expect(runtime).toMatchObject({
      executable: join(folder, 'electron'),
      version: '45.4.1',
      source: 'override',
    });
    expect(runtime?.line).toContain(folder);
  });

  it('is refused with its name when there is no Electron in the folder', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    await expect(overriddenRuntime()).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
  });

  it('is not asked for when it is empty', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
    expect(await overriddenRuntime()).toBeUndefined();
  });
});
