import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockFile, relaxEngines, tooDemanding } from '../../../scripts/relax-engines.ts';

describe('what npm ci says about the Node that calls it', () => {
  it('is nothing: no package of the lock file asks for a newer Node than the project', async () => {
    const file = join(import.meta.dirname, '../../../package-lock.json');
    const lock: LockFile = JSON.parse(await readFile(file, 'utf8'));
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(tooDemanding(lock)).toEqual([]);
  });

  it('takes the demand off tools, which run on the Node of the project, and off nothing else', () => {
    const lock: LockFile = {
      packages: {
        '': { engines: { node: '>=20.19' } },
        'node_modules/tool': { dev: true, engines: { node: '>= 22.12.0', npm: '>=8' } },
        'node_modules/old-tool': { dev: true, engines: { node: '>=14' } },
        'node_modules/native-tool': { dev: true, optional: true, engines: { node: '>=22' } },
        'node_modules/native': { optional: true, engines: { node: '>=22' } },
        'node_modules/library': { engines: { node: '>=22' } },
      },
    };
    expect(relaxEngines(lock)).toEqual(['node_modules/tool', 'node_modules/native-tool']);
    expect(lock.packages['node_modules/tool']?.engines).toBeUndefined();
    expect(lock.packages['node_modules/old-tool']?.engines).toEqual({ node: '>=14' });
    // Without its demand npm does not leave out the compiled half of a tool.
    expect(lock.packages['node_modules/native-tool']?.engines).toBeUndefined();
    expect(lock.packages['node_modules/native']?.engines).toEqual({ node: '>=22' });
    expect(tooDemanding(lock)).toEqual(['node_modules/library']);
  });
});
