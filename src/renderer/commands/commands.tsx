import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { enterResultsFromNowhere, focusSearch } from '../app/focus-search.ts';
import { openPalette } from '../app/palette-state.ts';
import { useSession } from '../app/use-session.ts';
import { useThemeChoice } from '../app/use-theme.ts';
import type { CommandContext } from './command.ts';
import { commandsOf } from './command-list.ts';
import { CommandPalette } from './command-palette.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';

/** Fields in which a plain key is a letter. */
const fields = ['INPUT', 'TEXTAREA', 'SELECT'];

/** Everything that works from anywhere: shortcuts, palette, help, and links of notifications. */
export function Commands() {
  const { member } = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const [, setTheme] = useThemeChoice();
  const [help, setHelp] = useState(false);
  const commands = useMemo(() => commandsOf(member.role), [member.role]);
  const context: CommandContext = {
    role: member.role,
    go: (to) => void navigate({ to }),
    back: () => router.history.back(),
    forward: () => router.history.forward(),
    setTheme,
    openPalette: () => openPalette(),
    openHelp: () => setHelp(true),
  };
  const bound = (whileTyping: boolean) =>
    commands
      .filter((command) => command.whileTyping === whileTyping)
      .flatMap((command) =>
        command.keys.map((key): [string, () => void] => [key, () => command.perform(context)]),
      );
  useHotkeys(bound(true), []);
  useHotkeys([...bound(false), ['/', focusSearch], ['?', () => setHelp(true)]], fields);
  useHotkeys([['ArrowDown', enterResultsFromNowhere, { preventDefault: false }]]);

  useEffect(
    () =>
      window.kitbag.onNotice((notice) => {
        if (notice.kind === 'notification-clicked' && notice.link.startsWith('/'))
          router.history.push(notice.link);
      }),
    [router],
  );

  return (
    <>
      <CommandPalette commands={commands} context={context} />
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} commands={commands} />
    </>
  );
}
