import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** The catalogs of window and words: English stands in the sources, German beside it, and a made-up language shows what was forgotten. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: { default: 'en' },
  catalogs: [
    {
      path: '<rootDir>/src/renderer/ui/catalogs/{locale}',
      include: ['<rootDir>/src/renderer', '<rootDir>/src/words'],
    },
  ],
  // `src/words` runs under plain Node too, which the other macros can't.
  experimental: { runtimeMacro: true },
  orderBy: 'message',
  format: formatter({ lineNumbers: false }),
});
