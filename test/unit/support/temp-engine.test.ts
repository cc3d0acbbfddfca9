import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TempEngine } from '../../support/temp-engine.ts';

const OPEN_FILES = '/proc/self/fd';

/** The files below a folder that this process has open; none where the system does not tell. */
function openBelow(folder: string): string[] {
  try {
    return readdirSync(OPEN_FILES).flatMap((name) => {
      try {
        const path = readlinkSync(`${OPEN_FILES}/${name}`);
        return path.startsWith(folder) ? [path] : [];
      } catch {
        // Closed since it was listed.
        return [];
      }
    });
  } catch {
    return [];
  }
}

it('An engine that is thrown away leaves no journal open, nor does one that was abandoned as a killed process is', async () => {
  const temp = await TempEngine.open();
  await temp.publish(temp.file('a.txt', 'a'));
  await temp.abandon();
  await temp.publish(temp.file('b.txt', 'b'));
  await temp.remove();
  // The index is another matter: its package closes the file once nothing holds a statement any more, and warns of nothing.
  expect(openBelow(join(temp.data, 'journal'))).toEqual([]);
});
