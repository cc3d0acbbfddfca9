import type { Locator, Page } from '@playwright/test';

/** The settings, and what stands in their place where the replica can't be opened. */
export class SettingsPage {
  readonly data: Locator;
  readonly leaving: Locator;
  readonly recognition: Locator;
  readonly moveKeyToFile: Locator;
  readonly moveKeyToKeyring: Locator;
  readonly blocked: Locator;
  readonly copyDiagnostics: Locator;
  readonly tellsOfRequests: Locator;
  readonly tellsOfCalls: Locator;
  readonly theme: Locator;
  readonly language: Locator;
  /** The same choice where German is spoken. */
  readonly languageInGerman: Locator;
  readonly documentLanguages: Locator;
  readonly chosenLanguages: Locator;
  readonly addLanguage: Locator;

  constructor(page: Page) {
    this.data = page.getByRole('region', { name: 'Your data' });
    this.leaving = page.getByRole('region', { name: 'What leaves this device' });
    this.recognition = page.getByRole('region', { name: 'Text recognition', exact: true });
    this.moveKeyToFile = this.data.getByRole('button', { name: /^Keep it in a file instead/ });
    this.moveKeyToKeyring = this.data.getByRole('button', { name: 'Keep it in the keyring instead' });
    this.copyDiagnostics = page.getByRole('button', { name: 'Copy diagnostics' });
    this.tellsOfRequests = page.getByRole('checkbox', { name: /^Tell me when somebody answers/ });
    this.tellsOfCalls = page.getByRole('checkbox', { name: /^Tell me 15 minutes before a call/ });
    this.theme = page.getByRole('region', { name: 'Theme', exact: true });
    this.language = page.getByRole('region', { name: 'Language', exact: true });
    this.languageInGerman = page.getByRole('region', { name: 'Sprache', exact: true });
    this.documentLanguages = page.getByRole('region', { name: 'Document languages', exact: true });
    this.chosenLanguages = this.documentLanguages.getByRole('listitem');
    this.addLanguage = this.documentLanguages.getByRole('combobox', { name: 'Add a language' });
    this.blocked = page.getByRole('alert');
  }

  moveUp(language: string): Locator {
    return this.documentLanguages.getByRole('button', { name: `Move ${language} up` });
  }
}
