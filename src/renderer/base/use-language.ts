import { useCallback, useEffect } from 'react';
import { z } from 'zod';
import { type Language, speak, systemLanguage } from '../ui/language.ts';
import { readRemembered, useRemembered } from './remembered.ts';
import { showError } from './undo-toast.ts';

/** What the person chose; `system` follows the system's languages. `pseudo` is nowhere to be chosen: tests write it. */
const choiceSchema = z.enum(['system', 'en', 'de', 'pseudo']);

export type LanguageChoice = z.infer<typeof choiceSchema>;

const KEY = 'language';

function languageFor(choice: LanguageChoice): Language {
  return choice === 'system' ? systemLanguage(navigator.languages) : choice;
}

/** Speaks the chosen language before anything is drawn. */
export async function speakChosenLanguage(): Promise<void> {
  await speak(languageFor(readRemembered(KEY, choiceSchema, 'system')));
}

/** The chosen language, and how to choose another: it is spoken at once. */
export function useLanguageChoice(): [LanguageChoice, (choice: LanguageChoice) => void] {
  const [choice, keep] = useRemembered(KEY, choiceSchema, 'system');
  const choose = useCallback(
    (next: LanguageChoice) => {
      keep(next);
      speak(languageFor(next)).catch(showError);
    },
    [keep],
  );
  return [choice, choose];
}

/** Follows the system where it is asked to: its languages can change while the window is open. */
export function useSystemLanguage(): void {
  const [choice] = useRemembered(KEY, choiceSchema, 'system');
  useEffect(() => {
    if (choice !== 'system') return;
    const follow = (): void => void speak(languageFor('system')).catch(showError);
    window.addEventListener('languagechange', follow);
    return () => window.removeEventListener('languagechange', follow);
  }, [choice]);
}
