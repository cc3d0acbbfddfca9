import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** The window's catalogs: English stands in the sources, German beside it, and a made-up language shows what was forgotten. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: { default: 'en' },
  catalogs: [{ path: '<rootDir>/src/renderer/ui/catalogs/{locale}', include: ['<rootDir>/src/renderer'] }],
  orderBy: 'message',
  format: formatter({ lineNumbers: false }),
});
