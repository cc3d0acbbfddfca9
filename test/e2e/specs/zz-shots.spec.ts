import { goTo } from '../screenshots/screens.ts';
import { test } from '../support/fixtures.ts';
import { resizeWindow, setColourScheme, waitUntilReady } from '../support/window-controls.ts';

test('shots', async ({ launchSample }) => {
  const kitbag = await launchSample('lead');
  for (const scheme of ['light', 'dark'] as const) {
    await setColourScheme(kitbag, scheme);
    for (const [w, h] of [
      [900, 600],
      [1280, 800],
    ] as const) {
      await resizeWindow(kitbag, w, h);
      await goTo(kitbag, '/reviews');
      await waitUntilReady(kitbag);
      await kitbag.window.waitForTimeout(600);
      await kitbag.window.screenshot({ path: `/tmp/w/gov-shots/reviews-${scheme}-${w}.png` });
      await kitbag.window.keyboard.press('Space');
      await kitbag.window.keyboard.press('Shift+ArrowDown');
      await kitbag.window.waitForTimeout(800);
      await kitbag.window.screenshot({ path: `/tmp/w/gov-shots/look-${scheme}-${w}.png` });
      await kitbag.window.keyboard.press('Space');
      await kitbag.window.keyboard.press('Escape');
      await kitbag.window.keyboard.press('x');
      await kitbag.window.waitForTimeout(800);
      await kitbag.window.screenshot({ path: `/tmp/w/gov-shots/recall-${scheme}-${w}.png` });
      await kitbag.window.keyboard.press('Escape');
      await kitbag.window.waitForTimeout(400);
      await goTo(kitbag, '/');
      await kitbag.window.waitForTimeout(600);
      await kitbag.window.screenshot({ path: `/tmp/w/gov-shots/home-${scheme}-${w}.png` });
    }
  }
});
