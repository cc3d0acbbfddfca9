import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LibraryPage } from '../pages/library-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { expect, test } from '../support/fixtures.ts';

test.describe('the first start', () => {
  test('asks who one is and makes the sample hub', async ({ kitbag }) => {
    const welcome = new WelcomePage(kitbag.window);
    await expect(welcome.heading).toBeVisible();
    await expect(welcome.name).toBeFocused();
    await welcome.begin({ name: 'Dana Whitfield', role: 'Rep', sample: true });
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await expect(shell.search).toBeFocused();
    await expect(shell.search).toHaveAttribute('placeholder', /Search \d+ assets/);
    await expect(
      shell.screen('Home').getByRole('region', { name: 'Best overall' }).getByRole('link'),
    ).toHaveCount(7);
    await expect(shell.link('Publish')).toHaveCount(0);
  });

  test('does not go on without a name', async ({ kitbag }) => {
    const welcome = new WelcomePage(kitbag.window);
    await welcome.name.fill('   ');
    await welcome.offer('Start with my own documents').click();
    await expect(kitbag.window.getByText('Please say who you are.')).toBeVisible();
    await expect(welcome.name).toBeFocused();
  });

  test('an empty hub says how it is filled', async ({ kitbag }) => {
    await new WelcomePage(kitbag.window).begin({ name: 'Ines', role: 'Marketer', sample: false });
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await expect(shell.screen('Home').getByRole('link', { name: 'Publish documents' })).toBeVisible();
    await shell.open('Library');
    await expect(kitbag.window.getByRole('heading', { name: 'The library is empty' })).toBeVisible();
    await expect(kitbag.window.getByRole('link', { name: 'Publish documents' })).toBeVisible();
  });

  test('is remembered: everything is there after a restart', async ({ launch }) => {
    const first = await launch();
    await new WelcomePage(first.window).begin({ name: 'Dana Whitfield', role: 'Content lead', sample: true });
    const before = new ShellPage(first.window);
    await before.open('Library');
    const counted = await new LibraryPage(first.window).count.innerText();
    await first.close();

    const again = await launch();
    const shell = new ShellPage(again.window);
    await shell.ready('Home');
    await shell.open('Library');
    await expect(new LibraryPage(again.window).count).toHaveText(counted);
    await shell.open('Settings');
    await expect(again.window.getByLabel('Name')).toHaveValue('Dana Whitfield');
    await again.window.getByRole('button', { name: 'Verify now' }).click();
    await expect(shell.banner(/Everything is whole/)).toBeVisible();
  });

  test('says what is the matter where the replica is of a newer version', async ({ dataFolder, launch }) => {
    const replica = JSON.stringify({ format: 999, device: '0'.repeat(32), createdAt: 0 });
    await writeFile(join(dataFolder, 'replica.json'), replica);
    const kitbag = await launch();
    await expect(kitbag.window.getByRole('alert')).toContainText(/newer/);
    await expect(kitbag.window.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await readFile(join(dataFolder, 'replica.json'), 'utf8')).toBe(replica);
  });
});
