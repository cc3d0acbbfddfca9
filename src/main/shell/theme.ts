import { readFile, writeFile } from 'node:fs/promises';
import { nativeTheme } from 'electron';
import { z } from 'zod';
import type { ShellTheme, ThemeSource } from '../../contract/shell.ts';

const savedSchema = z.object({ source: z.enum(['system', 'light', 'dark']) });

/** The colour scheme as it is. */
export function currentTheme(): ShellTheme {
  return { source: nativeTheme.themeSource, dark: nativeTheme.shouldUseDarkColors };
}

/** Takes the scheme that this person chose before; the system's where none is kept. */
export async function restoreTheme(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const saved = savedSchema.safeParse(parsed(text));
  if (saved.success) nativeTheme.themeSource = saved.data.source;
}

/** Changes the scheme and keeps the choice; where it can't be kept it holds until the end of this start. */
export async function chooseTheme(
  file: string,
  source: ThemeSource,
  log: (line: string) => void,
): Promise<ShellTheme> {
  nativeTheme.themeSource = source;
  await writeFile(file, JSON.stringify({ source })).catch(() => log('theme: the choice could not be kept'));
  return currentTheme();
}

/** Calls back on every change, whether chosen here or in the system. */
export function watchTheme(changed: (theme: ShellTheme) => void): void {
  nativeTheme.on('updated', () => changed(currentTheme()));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
