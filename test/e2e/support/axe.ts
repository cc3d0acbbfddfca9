import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { RunningKitbag } from './launch.ts';
import { resizeWindow, setColourScheme } from './window-controls.ts';

/** What axe finds wrong in what is shown, one line each; nothing is looked for within `except` (selectors). */
export async function violations(page: Page, ...except: readonly string[]): Promise<string[]> {
  await atRest(page);
  // The legacy mode runs in the page itself: Electron opens no second page for the results.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  for (const selector of except) axe.exclude(selector);
  const { violations: found } = await axe.analyze();
  return found.map(
    (violation) =>
      `${violation.id}: ${violation.nodes.map((node) => `${node.target} ${node.html}`).join(' | ')}`,
  );
}

/** Has axe look at what is shown, in both themes and both sizes: colors hang on the one, places on the other. */
export async function findsNothing(
  kitbag: RunningKitbag,
  what: string,
  ...except: readonly string[]
): Promise<void> {
  for (const [scheme, width, height] of [
    ['light', 1280, 800],
    ['dark', 900, 600],
  ] as const) {
    await setColourScheme(kitbag, scheme);
    await resizeWindow(kitbag, width, height);
    const found = await violations(kitbag.window, ...except);
    expect(found, `${what}, ${scheme}, ${width} × ${height}`).toEqual([]);
  }
}

/** Resolves when nothing fades or slides any more: half-way the colors are not those that people read. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A layer that opens begins to fade with the second frame.
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}
