import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Offence, offences } from './offences.ts';

const root = join(import.meta.dirname, '../..');

/** The compiler says with each file how it came into the program: megabytes. */
const MOST_SAID = 64 * 2 ** 20;

/** A copy of the sources with every offence in it, looked over once; what was said about it is tested below. */
let copy = '';
const said = { compiler: '', linter: '' };

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'kitbag-layering-'));
  for (const part of ['src', 'tsconfig.base.json', 'package.json', 'biome.json']) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { file, text } of offences) await writeFile(join(copy, file), text);
  const projects = [...new Set(offences.map(({ file }) => projectOf(file)))];
  said.compiler = run('tsc', ['-b', ...projects, '--pretty', 'false']);
  const lintedFiles = offences.filter(({ refusedBy }) => refusedBy === 'linter').map(({ file }) => file);
  said.linter = run('biome', ['lint', '--vcs-enabled=false', '--reporter=github', ...lintedFiles]);
});

afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

/** The folder around a file that is a project. */
function projectOf(file: string): string {
  const folder = dirname(file);
  return existsSync(join(root, folder, 'tsconfig.json')) ? folder : projectOf(folder);
}

function run(tool: string, args: readonly string[]): string {
  const bin = join(root, 'node_modules/.bin', tool);
  const done = spawnSync(bin, args, { cwd: copy, encoding: 'utf8', maxBuffer: MOST_SAID });
  if (done.error !== undefined) throw done.error;
  return done.stdout + done.stderr;
}

/** The lines that refuse the offence: not just any complaint about the file. */
function refusals({ file, refusedBy }: Offence): string[] {
  const lines = said[refusedBy].split('\n');
  if (refusedBy === 'compiler')
    return lines.filter((line) => line.startsWith(`${file}(`) && line.includes('error TS'));
  return lines.filter((line) => line.includes(file) && line.includes('noRestrictedImports'));
}

describe('what the layering forbids is refused', () => {
  it.each(offences)('$rule ($refusedBy)', (offence) => {
    expect(refusals(offence)).not.toEqual([]);
  });
});
