import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { KitsPage } from '../pages/kits-page.ts';
import { PlanPage } from '../pages/plan-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';

/** A screen to keep a picture of: how to get there from anywhere. `file` without ending, theme and size. */
export type Screen = {
  readonly file: string;
  /** On a replica with the sample hub, or on one where nobody has said yet who they are. */
  readonly replica: 'sample' | 'new';
  readonly go: (kitbag: RunningKitbag) => Promise<void>;
  /** Keys that close again what lies over the screen. */
  readonly leave?: readonly string[];
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

async function searchInVain(kitbag: RunningKitbag): Promise<void> {
  await goTo(kitbag, '/library');
  await kitbag.window.getByLabel('Search', { exact: true }).fill('blockchain settlement');
  await kitbag.window.getByRole('heading', { name: /Nothing found/ }).waitFor();
}

async function quickLook(kitbag: RunningKitbag): Promise<void> {
  await search(kitbag, 'approval');
  await kitbag.window.getByLabel('Search', { exact: true }).press('ArrowDown');
  const look = kitbag.window.getByRole('complementary', { name: 'Quick look' });
  if (!(await look.isVisible())) await kitbag.window.keyboard.press('Space');
  await look.waitFor();
}

/** Opens the best hit among what has this name, at the page that was found. */
async function read(kitbag: RunningKitbag, words: string, title: RegExp): Promise<void> {
  await search(kitbag, words);
  await kitbag.window
    .getByRole('list', { name: 'Results' })
    .getByRole('link', { name: title })
    .first()
    .click();
  await kitbag.window.waitForFunction(() => location.hash.startsWith('#/asset/'));
  await kitbag.window.locator('[data-screen][data-ready="true"]').first().waitFor({ timeout: 20_000 });
  // The document itself is drawn after its screen is there, and the pictures in the list of its pages after that.
  await kitbag.window.waitForTimeout(4000);
}

const onTheTable: Readonly<Record<string, readonly string[]>> = {
  'Fennwick Pay - one pager for treasurers.pdf': [
    'Fennwick Pay for treasurers\nOne view of what leaves the bank this week',
    'What changes\nPayment runs in minutes, with two approvals',
  ],
  'Case study Aldersyde Foods.pdf': [
    'Aldersyde Foods pays 4,000 suppliers on time\nA case study of a food maker',
    'The result\n62 % less time per invoice',
  ],
  'Battlecard Oakbill 2027.pdf': [
    'Battlecard: Oakbill\nInternal only. When they say cheaper, ask about seats',
  ],
  'Onboarding plan for finance teams.pdf': [
    'The first thirty days\nA plan for the rollout in the finance team',
  ],
};

const saidAlready = [
  ['Fennwick Pay - one pager for treasurers.pdf', 'Consideration', 'CFO'],
  ['Case study Aldersyde Foods.pdf', 'Decision', 'Head of operations'],
  ['Battlecard Oakbill 2027.pdf', 'Decision', 'Procurement manager'],
] as const;

async function publishTable(kitbag: RunningKitbag): Promise<void> {
  await goTo(kitbag, '/publish');
  const publish = new PublishPage(kitbag);
  if (await publish.table.isVisible()) return;
  const folder = join(await mkdtemp(join(tmpdir(), 'kitbag-screenshots-')), 'New in March');
  await mkdir(folder);
  const files = Object.entries(onTheTable);
  for (const [name, pages] of files) await put(folder, name, pdfOf(pages));
  await dropFiles(kitbag, [folder]);
  await publish.settled(files.length);
  for (const [file, stage, persona] of saidAlready) {
    await publish.type(file, 'Buying stages', stage);
    await publish.type(file, 'Personas', persona);
  }
  await publish.cell('Case study Aldersyde Foods.pdf', 'Title').click();
  await kitbag.window.getByRole('alert').first().waitFor({ state: 'detached', timeout: 20_000 });
}

/** Folders of two kinds and versions of a deck, dropped onto the table. */
async function importPlan(kitbag: RunningKitbag): Promise<void> {
  await goTo(kitbag, '/publish');
  const plan = new PlanPage(kitbag);
  if (await plan.list.isVisible()) return;
  const folder = join(await mkdtemp(join(tmpdir(), 'kitbag-screenshots-')), 'Sales');
  const text = (at: number) => `Part ${at} says what Fennwick Flow does for people who pay invoices.`;
  const deck = Array.from({ length: 20 }, (_, at) => text(at));
  const files: Readonly<Record<string, readonly string[]>> = {
    '02 Case studies/Aldersyde.pdf': ['Aldersyde pays on time\nA story of a food maker'],
    '02 Case studies/Nordvik.pdf': ['Nordvik closes in four days\nWhat changed at the plant'],
    'Battlecards/Oakbill.pdf': ['Against Oakbill\nAsk about seats and support'],
    'Decks/Overview v1.pdf': [deck.join('\n')],
    'Decks/Overview_v2_FINAL.pdf': [[...deck, 'New this spring'].join('\n')],
    '_OLD do not use/Oakbill.pdf': ['Against Oakbill\nAsk about seats and support'],
  };
  for (const [name, pages] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await put(folder, name, pdfOf(pages));
  }
  await dropFiles(kitbag, [folder]);
  await plan.ready();
}

async function moreLike(kitbag: RunningKitbag): Promise<void> {
  await search(kitbag, 'approval');
  await kitbag.window
    .getByRole('button', { name: /^More for / })
    .first()
    .click();
  await kitbag.window
    .getByRole('menuitem', { name: /^More like/ })
    .first()
    .click();
  await kitbag.window.getByRole('heading', { name: /^More like/ }).waitFor();
}

async function oneRequest(kitbag: RunningKitbag): Promise<void> {
  await goTo(kitbag, '/requests');
  await kitbag.window.getByRole('main').getByRole('link').first().click();
  await kitbag.window.getByRole('region', { name: 'Conversation' }).waitFor();
}

/** A kit of the best for a call, made where there is none yet. */
async function oneKit(kitbag: RunningKitbag): Promise<void> {
  await goTo(kitbag, '/library/kits');
  const { window } = kitbag;
  const known = window.getByRole('list', { name: 'Kits' }).getByRole('link').first();
  if (await known.isVisible()) {
    await known.click();
  } else {
    const kits = new KitsPage(kitbag);
    await kits.make('First meeting with a CFO', 'Decision', 'CFO');
  }
  await window.getByRole('region', { name: 'Items' }).waitFor();
}

async function ask(kitbag: RunningKitbag): Promise<void> {
  await goTo(kitbag, '/requests');
  const requests = new RequestsPage(kitbag);
  await requests.ask();
  await requests.field('What is missing?').fill('One-pager on payment approvals for CFOs');
  await requests.alike.waitFor();
}

async function over(kitbag: RunningKitbag, keys: string, name: string): Promise<void> {
  await goTo(kitbag, '/');
  await kitbag.window.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  // A layer that was just closed gives the focus back first.
  await kitbag.window.getByRole('dialog').waitFor({ state: 'detached' });
  await kitbag.window.locator('[data-screen]').first().focus();
  await kitbag.window.keyboard.press(keys);
  await kitbag.window.getByRole('dialog', { name }).waitFor();
}

function sample(file: string, go: Screen['go'], leave: readonly string[] = []): Screen {
  return { file, replica: 'sample', go, leave };
}

/** Every screen, in the order of how often it is used. */
export const screens: readonly Screen[] = [
  { file: 'welcome', replica: 'new', go: async () => undefined },
  route('home', '/'),
  route('library', '/library'),
  sample('results', (kitbag) => search(kitbag, 'payback')),
  sample('results-none', searchInVain),
  sample('quick-look', quickLook, ['Space']),
  sample('more-like', moreLike),
  sample('reader', (kitbag) => read(kitbag, 'payback', /Brightwater/)),
  sample('reader-slides', (kitbag) => read(kitbag, 'payback', /business case/i)),
  sample('kit', oneKit),
  route('kits', '/library/kits'),
  sample('call', (kitbag) => over(kitbag, 'Control+.', 'My call'), ['Escape']),
  sample('commands', (kitbag) => over(kitbag, 'Control+Shift+P', 'Commands'), ['Escape']),
  sample('keys', (kitbag) => over(kitbag, 'Shift+?', 'Keys'), ['Escape']),
  route('duplicates', '/duplicates'),
  route('requests', '/requests'),
  sample('request', oneRequest),
  sample('ask', ask, ['Escape']),
  route('reviews', '/reviews'),
  route('insights', '/insights'),
  route('insights-search', '/insights?part=search-quality'),
  route('taxonomy', '/taxonomy'),
  route('people', '/people'),
  route('sync', '/sync'),
  route('settings', '/settings'),
  sample('publish', publishTable),
  sample('import-plan', importPlan),
];
