import { languageName } from '../../words/sentence.ts';

/** Offered even before any asset uses them; the rest comes from the languages in use. */
const COMMON = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'ja', 'zh', 'ko', 'ar'];

/** Languages to choose from, those in use first. */
export function languageOptions(used: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...used, ...COMMON])].map((code) => ({ value: code, label: languageName(code) }));
}
