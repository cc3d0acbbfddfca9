import { useCallback } from 'react';
import { z } from 'zod';
import { type Language, speak, spokenLanguage, systemLanguage } from '../ui/language.ts';
import { readRemembered, useRemembered } from './remembered.ts';

/** What the person chose; `system` follows the system's languages. `pseudo` is nowhere to be chosen: tests write it. */
const choiceSchema = z.enum(['system', 'en', 'de', 'pseudo']);

type LanguageChoice = z.infer<typeof choiceSchema>;

const KEY = 'language';

function languageFor(choice: LanguageChoice): Language {
  return choice === 'system' ? systemLanguage(navigator.languages) : choice;
}

/** Speaks the chosen language before anything is drawn. */
export async function speakChosenLanguage(): Promise<void> {
  await speak(languageFor(readRemembered(KEY, choiceSchema, 'system')));
}

/** The chosen language, and how to choose another: the page is loaded again in it. */
export function useLanguageChoice(): [LanguageChoice, (choice: LanguageChoice) => void] {
  const [choice, keep] = useRemembered(KEY, choiceSchema, 'system');
  const choose = useCallback(
    (next: LanguageChoice) => {
      keep(next);
      loadInLanguage(next);
    },
    [keep],
  );
  return [choice, choose];
}

/** Follows the system where it is asked to: its languages can change while the window is open. */
export function followSystemLanguage(): void {
  window.addEventListener('languagechange', () =>
    loadInLanguage(readRemembered(KEY, choiceSchema, 'system')),
  );
}

/** Words stand in tables that are made once, so the page begins anew. What was typed is kept as drafts are, the address stays. */
function loadInLanguage(choice: LanguageChoice): void {
  if (languageFor(choice) !== spokenLanguage()) window.location.reload();
}
