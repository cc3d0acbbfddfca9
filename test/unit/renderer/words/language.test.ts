import { i18n } from '@lingui/core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  decimalSeparator,
  formatBytes,
  formatRelative,
  newSince,
  parseNumber,
} from '../../../../src/renderer/ui/format.ts';
import { formatLocale, speak, systemLanguage } from '../../../../src/renderer/ui/language.ts';

const now = Date.UTC(2026, 10, 21, 12);
const day = 86_400_000;

describe('the language of the window', () => {
  afterEach(() => speak('en'));

  it('is English where the system speaks none that the window has', () => {
    expect(systemLanguage(['fr-FR', 'en-GB'])).toBe('en');
    expect(systemLanguage(['fr-FR'])).toBe('en');
    expect(systemLanguage([])).toBe('en');
  });

  it('is the first of the system’s languages that the window has', () => {
    expect(systemLanguage(['fr-FR', 'de-AT', 'en-GB'])).toBe('de');
    expect(systemLanguage(['en-US', 'de'])).toBe('en');
  });

  it('writes numbers and dates as the region does, where the region speaks it', () => {
    expect(formatLocale('en', ['de-AT', 'en-GB'])).toBe('en-GB');
    expect(formatLocale('de', ['en-US'])).toBe('de');
    expect(formatLocale('pseudo', ['de-AT'])).toBe('en');
  });

  it('reads numbers as the region writes decimals', async () => {
    expect([decimalSeparator(), parseNumber('1.5 GB'), parseNumber('GB')]).toEqual(['.', 1.5, Number.NaN]);
    await speak('de');
    expect([decimalSeparator(), parseNumber('1,5 GB'), parseNumber('2')]).toEqual([',', 1.5, 2]);
  });

  it('changes words, dates and units at once', async () => {
    await speak('de');
    expect(i18n.locale).toBe('de');
    expect(newSince(now - 3 * day, now)).toBe('Neu seit Mittwoch');
    expect(formatRelative(now - 15 * day, now)).toBe('vor 2 Wochen');
    expect(formatBytes(1_400_000)).toBe('1,4 MB');
    await speak('en');
    expect(newSince(now - 3 * day, now)).toBe('New since Wednesday');
  });
});
