import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Attacker } from '../../support/attacker/attacker.ts';
import { AttackedFolder } from '../../support/attacker/places.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { expect, test } from '../support/two-windows.ts';

const MB = 1024 ** 2;
/** What an engine may take at its most: some times what it takes in peace (about 130 MB), and a fraction of what lies in the hub. */
const PEAK_MB = 600;

/** What the engine's process took at its most, in megabytes. Only Linux tells; elsewhere nothing is known. */
async function peakOf(kitbag: RunningKitbag): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const status = await readFile(`/proc/${await kitbag.enginePid()}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Gigabytes wherever somebody who can write to the folder can put them. */
async function fill(folder: string): Promise<void> {
  const place = new AttackedFolder(folder);
  const time = Date.now();
  for (let number = 0; number < 24; number += 1) {
    const large = new Attacker({ name: `Large ${number}`, time }).joins();
    await large.push(place);
    place.putSparse(`devices/${large.device}/head.json`, 250 * MB);
  }
  for (let number = 0; number < 16; number += 1) {
    const long = new Attacker({ name: `Long ${number}`, time }).joins();
    await long.push(place, { size: 999_999_999 });
    place.putSparse(long.journals.catalog.segment()?.key ?? '', 1024 * MB);
  }
  place.putSparse('hub.json', 1024 * MB);
}

test('gigabytes in the hub take no memory of an engine, and nobody’s work is held up', async ({
  lead,
  joiner,
  hubFolder,
  place,
}) => {
  const robin = await lead([await put(place, 'first.pdf', pdfOf(['The harbour story']))]);
  await robin.hub.says('Synced');
  await fill(hubFolder);
  // Robin’s device writes the hub’s description again: until then there is no hub to join.
  const description = async () => (await stat(join(hubFolder, 'hub.json'))).size;
  await expect.poll(description, { timeout: 60_000 }).toBeLessThan(MB);
  const mia = await joiner('Mia Rep');
  await mia.hub.isIn();
  await new ShellPage(mia.kitbag.window).search.fill('harbour');
  await expect(new LibraryPage(mia.kitbag.window).rows.first()).toBeVisible();
  for (const { kitbag } of [robin, mia]) expect(await peakOf(kitbag)).toBeLessThan(PEAK_MB);
});
