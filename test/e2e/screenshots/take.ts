import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { resizeWindow, setColourScheme, waitUntilReady } from '../support/window-controls.ts';
import { type Screen, screens } from './screens.ts';

const folder = join(import.meta.dirname, '../../../docs/screenshots');
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;
const schemes = ['light', 'dark'] as const;

async function keep(kitbag: RunningKitbag, screen: Screen, suffix: string): Promise<void> {
  await screen.go(kitbag);
  await waitUntilReady(kitbag);
  await kitbag.window.evaluate(() => document.fonts.ready.then(() => undefined));
  // Out of the way: nothing should look hovered.
  await kitbag.window.mouse.move(0, 0);
  // Pictures and charts that come in after the data, and what fades in.
  await kitbag.window.waitForTimeout(400);
  await kitbag.window.screenshot({
    path: join(folder, `${screen.file}-${suffix}.png`),
    animations: 'disabled',
  });
  for (const key of screen.leave ?? []) await kitbag.window.keyboard.press(key);
}

for (const scheme of schemes) {
  for (const replica of ['new', 'sample'] as const) {
    test(`${replica} replica, ${scheme}`, async ({ launch, launchSample }) => {
      await mkdir(folder, { recursive: true });
      const kitbag = replica === 'sample' ? await launchSample('lead') : await launch();
      await setColourScheme(kitbag, scheme);
      await waitUntilReady(kitbag);
      for (const size of sizes) {
        await resizeWindow(kitbag, size.width, size.height);
        for (const screen of screens.filter((each) => each.replica === replica)) {
          await keep(kitbag, screen, `${scheme}-${size.width}x${size.height}`);
        }
      }
    });
  }
}
