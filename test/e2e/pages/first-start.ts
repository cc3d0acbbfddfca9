import type { RunningKitbag } from '../support/launch.ts';
import { waitUntilReady } from '../support/window-controls.ts';

type Role = 'Rep' | 'Marketer' | 'Content lead';

/** Goes through the first start and waits for the home screen. */
export async function startHub(
  { window }: RunningKitbag,
  options: { readonly role: Role; readonly sample: boolean; readonly name?: string },
): Promise<void> {
  await window.getByLabel('Your name').fill(options.name ?? 'Ada Example');
  await window.getByRole('radio', { name: options.role, exact: true }).check();
  const button = options.sample ? 'Explore the sample hub' : 'Start with my own documents';
  await window.getByRole('button', { name: button }).click();
  await window.getByRole('heading', { level: 1, name: 'Home' }).waitFor({ state: 'attached' });
}

/** Leaves a replica behind that somebody has started and closed again. */
export async function startAndClose(launch: () => Promise<RunningKitbag>): Promise<void> {
  const kitbag = await launch();
  await startHub(kitbag, { role: 'Rep', sample: false });
  await kitbag.close();
}

/** Goes to a screen by the rail and waits until its data is there. */
export async function openArea(
  kitbag: RunningKitbag,
  name:
    | 'Home'
    | 'Library'
    | 'Requests'
    | 'Publish'
    | 'Reviews'
    | 'Insights'
    | 'Taxonomy'
    | 'People'
    | 'Settings',
): Promise<void> {
  await kitbag.window
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    // The screen is waited for below; Playwright's own wait for a navigation may miss one within the page, and never ends.
    .click({ noWaitAfter: true });
  await kitbag.window.locator(`[data-screen="${name}"][data-ready="true"]`).waitFor();
  await waitUntilReady(kitbag);
}

/** Changes one's role in one's own hub, on the settings screen. */
export async function changeRole(kitbag: RunningKitbag, role: Role): Promise<void> {
  await openArea(kitbag, 'Settings');
  await kitbag.window.getByRole('radiogroup', { name: 'Role' }).getByText(role, { exact: true }).click();
  await kitbag.window
    .getByRole('radio', { name: role, exact: true, checked: true })
    .waitFor({ state: 'attached' });
}
