import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Command, CommandContext } from '../base/command.ts';
import { typeIntoSearch } from '../base/focus-search.ts';
import { openPalette } from '../base/palette-state.ts';
import { useSession } from '../base/use-session.ts';
import { useThemeChoice } from '../base/use-theme.ts';
import { isCovered, isTextField, meantBy, typedBy, worksWhileTyping } from '../ui/keys/keys.ts';
import { useLatest } from '../ui/use-same.ts';
import { commandsOf } from './command-list.ts';
import { CommandPalette } from './command-palette.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { copyLink, useLinks } from './links.ts';

/** Where letters are keys of the place itself; everywhere else they go to the search field. */
const LETTERS_ARE_KEYS = ['/asset/', '/publish'];

/** What a key means from anywhere; undefined where nothing. */
function commandMeant(event: KeyboardEvent, commands: readonly Command[], writing: boolean) {
  return meantBy(
    event,
    commands.map((means) => ({
      means,
      keys: writing ? means.keys.filter(worksWhileTyping) : means.keys,
    })),
  );
}

/** Everything that works from anywhere: shortcuts, palette, list of keys, and letters that begin a search. */
export function Commands() {
  const { can } = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const [, setTheme] = useThemeChoice();
  const [help, setHelp] = useState(false);
  const commands = useMemo(() => commandsOf(can), [can]);
  const context: CommandContext = {
    can,
    go: (to) => void navigate({ to }),
    back: () => router.history.back(),
    forward: () => router.history.forward(),
    copyLink: () => void copyLink(router),
    setTheme,
    openPalette: () => openPalette(),
    openHelp: () => setHelp(true),
  };
  const latest = useLatest({ commands, context });
  // With the very frame that shows the window: what is seen is heard.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const now = latest.current;
      const writing = isTextField(event.target) || isCovered(event.target);
      const command = commandMeant(event, now.commands, writing);
      if (command !== undefined && command.perform(now.context) !== false) event.preventDefault();
      else if (!writing && typedBy(event) !== null && takesLetters(router.state.location.pathname))
        typeIntoSearch();
    };
    // The window is the last to hear: each place had its say before.
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [latest, router]);

  useEffect(
    () =>
      window.kitbag.onNotice((notice) => {
        if (notice.kind === 'notification-clicked' && notice.link.startsWith('/'))
          router.history.push(notice.link);
      }),
    [router],
  );

  useLinks(router);

  return (
    <>
      <CommandPalette commands={commands} context={context} />
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} commands={commands} can={can} />
    </>
  );
}

function takesLetters(pathname: string): boolean {
  return !LETTERS_ARE_KEYS.some((place) => pathname.startsWith(place));
}
