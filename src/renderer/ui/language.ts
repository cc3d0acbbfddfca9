import { i18n, type Messages } from '@lingui/core';
import { MOST_PREFERRED_LANGUAGES } from '../../shared/limits.ts';
// Before the first word: other people's titles and paths stand in sentences.
import '../../words/as-written.ts';
import { messages as english } from './catalogs/en.po';

/** A language that the window speaks; the last is made up, for tests: it shows what was forgotten and what does not fit. */
export type Language = 'en' | 'de' | 'pseudo';

type Entry = {
  /** As its speakers call it. */
  readonly name: string;
  /** How a day is typed into a field, as dayjs writes it. */
  readonly typedDay: string;
  readonly load: () => Promise<{ readonly messages: Messages }>;
};

/** The languages that there are. A test keeps each of them whole. */
const LANGUAGES: Readonly<Record<Exclude<Language, 'pseudo'>, Entry>> = {
  en: { name: 'English', typedDay: 'YYYY-MM-DD', load: async () => ({ messages: english }) },
  de: {
    name: 'Deutsch',
    typedDay: 'DD.MM.YYYY',
    load: async () => {
      // Months and weekdays of calendars.
      await import('dayjs/locale/de');
      return import('./catalogs/de.po');
    },
  },
};

/** The languages to choose from, with the names that their speakers have for them. */
export function offeredLanguages(): { readonly language: string; readonly name: string }[] {
  return Object.entries(LANGUAGES).map(([language, { name }]) => ({ language, name }));
}

/** The first of the system's languages that the window speaks; English where it speaks none of them. */
export function systemLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = languageOf(tag);
    if (language === 'en' || language === 'de') return language;
  }
  return 'en';
}

/** Where numbers and dates are written as: the system's region if it speaks the language, else the language's own. */
export function formatLocale(language: string, wanted: readonly string[]): string {
  return wanted.find((tag) => languageOf(tag) === language) ?? (language === 'pseudo' ? 'en' : language);
}

/** Speaks another language from now on; English is there at once, others once their catalog is loaded. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await catalogOf(language);
  i18n.loadAndActivate({ locale: language, locales: formatLocale(language, navigator.languages), messages });
  if (typeof document !== 'undefined')
    document.documentElement.lang = language === 'pseudo' ? 'en' : language;
}

/** What is spoken now. */
export function spokenLanguage(): string {
  return i18n.locale;
}

/** What the window and the system speak, codes, best first: what somebody reads who did not choose languages for documents. */
export function readLanguages(): string[] {
  const spoken = spokenLanguage();
  return [...new Set([spoken === 'pseudo' ? 'en' : spoken, ...navigator.languages])].slice(
    0,
    MOST_PREFERRED_LANGUAGES,
  );
}

/** What calendars and fields for days go by. */
export function calendarWords(): { readonly locale: string; readonly typedDay: string } {
  const language = spokenLanguage() === 'de' ? 'de' : 'en';
  return { locale: language, typedDay: LANGUAGES[language].typedDay };
}

async function catalogOf(language: Language): Promise<{ readonly messages: Messages }> {
  if (language !== 'pseudo') return LANGUAGES[language].load();
  // Not even carried by a packaged build.
  if (import.meta.env.MODE === 'packaged') return LANGUAGES.en.load();
  return import('./catalogs/pseudo.po');
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

/** Intl's tools for what is spoken now, made once a language. */
export function inLanguage<Tool>(make: (words: string, region: string) => Tool): () => Tool {
  let made: { readonly language: string; readonly tool: Tool } | undefined;
  return () => {
    const language = i18n.locale;
    if (made?.language !== language) {
      const words = language === 'pseudo' ? 'en' : language;
      made = { language, tool: make(words, formatLocale(language, navigator.languages)) };
    }
    return made.tool;
  };
}

// Words are asked for from the first line on.
i18n.loadAndActivate({
  locale: 'en',
  locales: formatLocale('en', navigator.languages),
  messages: english,
});
