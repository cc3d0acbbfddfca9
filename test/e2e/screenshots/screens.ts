import type { RunningKitbag } from '../support/launch.ts';

/** A screen to keep a picture of: how to get there from anywhere. `file` without ending, theme and size. */
export type Screen = {
  readonly file: string;
  /** On a replica with the sample hub, or on one where nobody has said yet who they are. */
  readonly replica: 'sample' | 'new';
  readonly go: (kitbag: RunningKitbag) => Promise<void>;
};

function route(file: string, address: string): Screen {
  return { file, replica: 'sample', go: (kitbag) => goTo(kitbag, address) };
}

/** Goes to an address and waits until its screen has its data. */
export async function goTo({ window }: RunningKitbag, address: string): Promise<void> {
  await window.evaluate((hash) => {
    globalThis.location.hash = hash;
  }, address);
  // One turn of the page, so that what is waited for is the new screen's readiness and not the old one's.
  await window.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await window.locator('[data-screen][data-ready="true"]').first().waitFor({ timeout: 20_000 });
}

async function search(kitbag: RunningKitbag, words: string): Promise<void> {
  await goTo(kitbag, '/library');
  await kitbag.window.getByLabel('Search', { exact: true }).fill(words);
  await kitbag.window.getByLabel('Results', { exact: true }).locator('mark').first().waitFor();
}

/** Opens the best hit at the page that was found. */
async function read(kitbag: RunningKitbag, words: string): Promise<void> {
  await search(kitbag, words);
  await kitbag.window.getByLabel('Search', { exact: true }).press('Enter');
  await kitbag.window.waitForFunction(() => location.hash.startsWith('#/asset/'));
  await kitbag.window.locator('[data-screen][data-ready="true"]').first().waitFor({ timeout: 20_000 });
  // The document itself is drawn after its screen is there.
  await kitbag.window.waitForTimeout(1500);
}

/** Every screen, in the order of how often it is used. */
export const screens: readonly Screen[] = [
  { file: 'welcome', replica: 'new', go: async () => undefined },
  route('home', '/'),
  route('library', '/library'),
  { file: 'search', replica: 'sample', go: (kitbag) => search(kitbag, 'payback') },
  { file: 'reader', replica: 'sample', go: (kitbag) => read(kitbag, 'payback') },
  route('publish', '/publish'),
  route('requests', '/requests'),
  route('insights', '/insights'),
  route('taxonomy', '/taxonomy'),
  route('settings', '/settings'),
];
