import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { forgottenIn, saidIn, sampleWords } from '../support/said-words.ts';
import { resizeWindow, waitUntilReady } from '../support/window-controls.ts';

/** A word that no document has. */
const NOWHERE = 'zzzzqq';

/** The screens of a lead, with what is found and what is not. */
const PLACES = [
  '/',
  '/library',
  '/library?q=%22payback%22',
  `/library?q=%22${NOWHERE}%22`,
  '/publish',
  '/requests',
  '/insights',
  '/insights?part=%22search-quality%22',
  '/taxonomy',
  '/people',
  '/sync',
  '/settings',
] as const;

/** Keys that open what lies over a screen. */
const LAYERS = ['?', 'Control+Shift+P', 'Control+Shift+R', 'Control+.'] as const;

async function goTo({ window: page }: RunningKitbag, address: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = `#${to}`;
  }, address);
  await expect(page.locator('[data-ready="true"]').first()).toBeAttached();
  await expect(page.locator('.mantine-Loader-root, [aria-busy="true"]')).toHaveCount(0);
  // The results of before stand until those of now are there.
  if (address.includes(NOWHERE)) await expect(page.locator('[data-row-title]')).toHaveCount(0);
  else if (address.includes('?q=')) await expect(page.locator('mark').first()).toBeVisible();
}

/** Calls of every screen and of what opens over it by a key. */
async function walk(kitbag: RunningKitbag, look: (where: string) => Promise<void>): Promise<void> {
  for (const place of PLACES) {
    await goTo(kitbag, place);
    await look(place);
  }
  await goTo(kitbag, '/library');
  await kitbag.window.locator('a[href^="#/asset/"]').first().click();
  await expect(kitbag.window.locator('[data-testid="document"]')).toBeVisible();
  await look('the reader');
  await goTo(kitbag, '/');
  for (const key of LAYERS) {
    await kitbag.window.locator('body').press(key);
    await expect(kitbag.window.getByRole('dialog').first()).toBeVisible();
    await look(key);
    await kitbag.window.keyboard.press('Escape');
    await expect(kitbag.window.getByRole('dialog')).toHaveCount(0);
  }
}

async function speaking(
  language: string,
  { launchSample, launch, dataFolder }: Pick<Fixtures, 'launchSample' | 'launch' | 'dataFolder'>,
): Promise<{ kitbag: RunningKitbag; data: string }> {
  const before = await launchSample('lead');
  await waitUntilReady(before);
  await before.window.evaluate(
    (chosen) => localStorage.setItem('kitbag.language', JSON.stringify(chosen)),
    language,
  );
  await before.close();
  const data = `${await sampleWords(dataFolder)}\n${NOWHERE}`;
  const kitbag = await launch();
  await waitUntilReady(kitbag);
  return { kitbag, data };
}

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

/** Buttons, tabs and headings whose words do not fit into them. */
function clippedIn({ window: page }: RunningKitbag): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], th, h1, h2, h3, nav a, label')]
      // Headings for screen readers only are one pixel wide.
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
      .map((element) => `${element.tagName.toLowerCase()} ${element.textContent}`),
  );
}

test('a made-up language shows that no sentence of the window was forgotten', async ({
  launchSample,
  launch,
  dataFolder,
}) => {
  const { kitbag, data } = await speaking('pseudo', { launchSample, launch, dataFolder });
  const forgotten: string[] = [];
  await walk(kitbag, async (place) => {
    const said = await saidIn(kitbag.window);
    // Else the walk would find nothing, and say that all is well.
    expect(said.some(({ text }) => /[ĀāĒēĪĩŌōŨũ]/.test(text))).toBe(true);
    for (const one of said)
      for (const words of forgottenIn(one, data)) forgotten.push(`${place}: ‘${words}’ (${one.where})`);
  });
  expect(forgotten).toEqual([]);
});

test('German fits its buttons, tabs and headings, in a small window too', async ({
  launchSample,
  launch,
  dataFolder,
}, info) => {
  const { kitbag } = await speaking('de', { launchSample, launch, dataFolder });
  await expect(kitbag.window.locator('html')).toHaveAttribute('lang', 'de');
  const clipped: string[] = [];
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const) {
    await resizeWindow(kitbag, width, height);
    await walk(kitbag, async (place) => {
      await kitbag.window.screenshot({ path: info.outputPath(`${width} ${place.replace(/\W+/g, ' ')}.png`) });
      clipped.push(...(await clippedIn(kitbag)).map((text) => `${width}, ${place}: ${text}`));
    });
  }
  expect(clipped).toEqual([]);
});
