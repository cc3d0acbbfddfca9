import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveOut } from '../../../scripts/package/leave-out.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const installed = join(root, 'node_modules');

describe('what a package leaves out', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kitbag-leave-out-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Empty files by the names that those of an installed package have. */
  async function addPackage(name: string): Promise<void> {
    const files = await readdir(join(installed, name), { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const path = join(folder, join(file.parentPath, file.name).slice(installed.length + 1));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, '');
    }
  }

  it('is all of Tesseract but what recognition loads', async () => {
    const source = await readFile(join(root, 'src/platform/extract/recognition/tesseract.ts'), 'utf8');
    const core = /const CORE = '([^']+)'/.exec(source)?.[1] ?? '';
    const languages = [
      ...(/const LANGUAGES = \[([^\]]+)\]/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g),
    ].map(([, language = '']) => language);
    const [, quality = ''] = /\$\{language\}\/([^/]+)\/\$\{language\}\.traineddata/.exec(source) ?? [];
    const data = languages.map((one) => `@tesseract.js-data/${one}/${quality}/${one}.traineddata.gz`);
    const loaded = [`${core}.js`, `${core}.wasm`, ...data].toSorted();
    expect(loaded).toHaveLength(6);
    await addPackage('tesseract.js-core');
    await addPackage('@tesseract.js-data');
    expect(await leaveOut(folder)).toContain('@tesseract.js-data/deu/4.0.0');
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((path) => /\.wasm|-core-.*\.js$|\.gz$/.test(path)).toSorted()).toEqual(loaded);
    expect(left).toContain('tesseract.js-core/package.json');
  });

  it('is nothing of what is not there, and nothing a second time', async () => {
    expect(await leaveOut(join(folder, 'none'))).toEqual([]);
    await addPackage('tesseract.js-core');
    expect(await leaveOut(folder)).not.toEqual([]);
    expect(await leaveOut(folder)).toEqual([]);
  });
});
