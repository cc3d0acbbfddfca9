import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogFile } from '../../../src/node/log-file.ts';

let data = '';
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'kitbag-log-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));
const read = (name: string) => readFile(join(data, 'logs', name), 'utf8');

describe('the log file', () => {
  it('has every line with its time, one line each, and goes on after a restart', async () => {
    new LogFile(data).write('window start: 1', new Date(0));
    new LogFile(data).write('engine error use-case-failed\n  at place', new Date(1000));
    expect(await read('kitbag.log')).toBe(
      '1970-01-01T00:00:00.000Z window start: 1\n' +
        '1970-01-01T00:00:01.000Z engine error use-case-failed | at place\n',
    );
  });

  it('never grows beyond its bounds, and keeps the youngest', async () => {
    const log = new LogFile(data, { maxBytes: 200, older: 2 });
    for (let line = 0; line < 50; line += 1) log.write(`line ${line}`, new Date(0));
    expect((await readdir(join(data, 'logs'))).sort()).toEqual([
      'kitbag.1.log',
      'kitbag.2.log',
      'kitbag.log',
    ]);
    const kept = [await read('kitbag.2.log'), await read('kitbag.1.log'), await read('kitbag.log')];
    for (const text of kept) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(200);
    const lines = kept.join('').trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/line 49$/);
    const numbers = lines.map((line) => Number(/line (\d+)$/.exec(line)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => 50 - numbers.length + index));
  });

  it('ends nothing where it can’t be written, and says so once', async () => {
    await writeFile(join(data, 'logs'), 'a file in the way');
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const log = new LogFile(data);
    log.write('one');
    log.write('two');
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });
});
