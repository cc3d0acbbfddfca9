import { join } from 'node:path';
import { ProposalsPage } from '../pages/proposals-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';

const sample = join(import.meta.dirname, '../../../resources/sample/files/fennwick-pay-faq.md');

test.describe('around the screens', () => {
  test('files that are dropped anywhere come to the publish table', async ({ kitbag }) => {
    await new WelcomePage(kitbag.window).begin({ name: 'Ines', role: 'Marketer', sample: false });
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await dropFiles(kitbag, [sample]);
    await expect(kitbag.window).toHaveURL(/#\/publish/);
    await expect(kitbag.window.getByText('fennwick-pay-faq.md').first()).toBeVisible();
  });

  test('a rep who drops files is asked why marketing should have them', async ({ kitbag }) => {
    await new WelcomePage(kitbag.window).begin({ name: 'Dana', role: 'Rep', sample: false });
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await dropFiles(kitbag, [sample]);
    await expect(new ProposalsPage(kitbag).why).toBeVisible();
  });

  test('goes on after the engine was killed', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const shell = new ShellPage(kitbag.window);
    await shell.ready('Home');
    await kitbag.killEngine();
    await expect(shell.banner(/started again/)).toBeVisible();
    await shell.open('Library');
    await shell.search.fill('invoice');
    await expect(kitbag.window.getByRole('list', { name: 'Results' })).toBeVisible();
  });

  test('the theme that one chooses stays', async ({ launch }) => {
    const first = await launch();
    await new WelcomePage(first.window).begin({ name: 'Dana', role: 'Rep', sample: false });
    await new ShellPage(first.window).open('Settings');
    await first.window.getByText('Dark', { exact: true }).click();
    await expect(first.window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await first.close();
    const again = await launch();
    await new ShellPage(again.window).ready('Home');
    await expect(again.window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('a change of role changes the rail at once', async ({ kitbag }) => {
    await new WelcomePage(kitbag.window).begin({ name: 'Dana', role: 'Rep', sample: false });
    const shell = new ShellPage(kitbag.window);
    await shell.open('Settings');
    await kitbag.window.getByText('Content lead', { exact: true }).click();
    await expect(shell.link('Taxonomy')).toBeVisible();
  });
});
