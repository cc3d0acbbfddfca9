import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../../src/renderer/ui/language.ts';

describe('what people wrote, in a sentence of the window', () => {
  afterEach(() => speak('en'));

  it.each(['\\u202e', 'C:\\x41\\u0041', '\\u005cu0041', '\\\\x41', '{name}', '%20'])(
    'stands as it was written: %s',
    async (title) => {
      for (const language of ['en', 'de'] as const) {
        await speak(language);
        expect(t`Select ${{ title }}`).toContain(title);
        expect(i18n._('Select {title}', { title })).toContain(title);
      }
    },
  );

  it('stands as it was written within another sentence', () => {
    const title = '\\u202e';
    const inner = t`Select ${{ title }}`;
    expect(t`Select ${{ title: inner }}`).toContain(title);
  });

  it('leaves numbers to be counted', () => {
    expect(plural(1, { one: '# page', other: '# pages' })).toBe('1 page');
    expect(plural(2, { one: '# page', other: '# pages' })).toBe('2 pages');
  });
});
