import { useMantineColorScheme } from '@mantine/core';
import type { ThemeSource } from '../../contract/shell.ts';
import { showError } from './undo-toast.ts';

/** The chosen theme, and how to choose another; the shell is told so that the window's own frame fits. */
export function useThemeChoice(): [ThemeSource, (source: ThemeSource) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return [
    colorScheme === 'auto' ? 'system' : colorScheme,
    (source) => {
      setColorScheme(source === 'system' ? 'auto' : source);
      window.kitbag.setTheme(source).catch(showError);
    },
  ];
}
