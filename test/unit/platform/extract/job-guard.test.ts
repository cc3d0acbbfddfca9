import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../../../support/child.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** Stands in for the readers: one of the documents ends the whole process, as V8 does where a thread wants too much memory at once. */
const SCRIPT = `
import { parentPort } from 'node:worker_threads';
parentPort.postMessage({ type: 'ready' });
parentPort.on('message', ({ id, job }) => {
  if (job.name.startsWith('killer')) process.kill(process.pid, 'SIGKILL');
  const extraction = { kind: 'text', mediaType: 'text/plain', misnamed: false, pages: [{ label: '1', text: 'a' }], pageCount: 1, text: { state: 'searchable' }, words: 1 };
  const answer = { job: 'extract', outcome: { outcome: 'extracted', extraction } };
  setTimeout(() => parentPort.postMessage({ type: 'answer', id, answer, heldBytes: 0 }), 20);
});
`;

let folder = '';
let script = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  script = join(folder, 'worker.mjs');
  await writeFile(script, SCRIPT);
});

/** Starts the program until it comes to its end; answers what was printed then, and how often it was killed before. */
async function startUntilItEnds(names: readonly string[], version = '1'): Promise<[number, string[]]> {
  for (let killed = 0; killed < 10; killed += 1) {
    const program = startProgram('read-documents', [folder, script, version, ...names]);
    const { code, signal } = await program.ended;
    if (signal === 'SIGKILL') continue;
    expect(program.errors()).toBe('');
    expect(code).toBe(0);
    return [killed, program.lines.toSorted()];
  }
  throw new Error('It never came to its end');
}

describe('a document that ends the whole process', () => {
  it('is given up after a third time, and those beside it are read', async () => {
    const names = ['a', 'b', 'killer', 'c'];
    const read = ['a: searchable', 'b: searchable', 'c: searchable', 'killer: not'];
    expect(await startUntilItEnds(names)).toEqual([3, read]);
    expect(await startUntilItEnds(names)).toEqual([0, read]);
  });

  it('is one of several, each of which is found', async () => {
    const [killed, read] = await startUntilItEnds(['killer-1', 'a', 'killer-2']);
    expect(read).toEqual(['a: searchable', 'killer-1: not', 'killer-2: not']);
    expect(killed).toBeLessThanOrEqual(6);
  });

  it('is tried again by another version of the readers', async () => {
    await startUntilItEnds(['killer']);
    expect(await startUntilItEnds(['killer'], '2')).toEqual([3, ['killer: not']]);
  });
});
