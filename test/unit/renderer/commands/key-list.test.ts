import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canOf } from '../../../../src/domain/people/permissions.ts';
import { commandsOf } from '../../../../src/renderer/app/command-list.ts';
import { keySections } from '../../../../src/renderer/app/keyboard-help.tsx';
import { KEY_AREAS } from '../../../../src/renderer/ui/keys/key-map.ts';

const renderer = join(import.meta.dirname, '../../../../src/renderer');

/** Files that hear keys and do not take them from the list, and why they need not. */
const ALLOWED: Readonly<Record<string, string>> = {
  'app/commands.tsx': 'hears what works from anywhere, by the list of commands itself',
  'ui/use-page-keys.ts': 'hands keys to screens, which take them from the list',
  'areas/reader/document/use-page-in-view.ts': 'any key says that a person scrolls; none does anything',
};

const hears =
  /\bonKey(?:Down|Up|Press)(?:Capture)?=|['"]key(?:down|up|press)['"]|\bonKeyDown:|useHotkeys|getHotkeyHandler|\busePageKeys\(/;
const compares = /\b(?:event|press|nativeEvent)\.(?:key|code)\b/;

function sources(): { readonly path: string; readonly text: string }[] {
  return readdirSync(renderer, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(renderer, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));
}

describe('the list of keys', () => {
  const outside = sources().filter(({ path }) => !(path in ALLOWED));

  it('has the keys of everything that hears any', () => {
    const unlisted = outside.filter(
      ({ text }) =>
        hears.test(text) &&
        !text.includes('/perform-key.ts') &&
        !/onKeyDown=\{(?:grid|list|desk)\.onKeyDown\}/.test(text),
    );
    expect(unlisted.map(({ path }) => path)).toEqual([]);
  });

  it('is where keys are compared, nowhere else', () => {
    const comparing = outside.filter(({ path, text }) => !path.startsWith('ui/keys/') && compares.test(text));
    expect(comparing.map(({ path }) => path)).toEqual([]);
  });

  it('names no file that is gone or has nothing to excuse', () => {
    const byPath = new Map(sources().map(({ path, text }) => [path, text]));
    for (const path of Object.keys(ALLOWED)) {
      expect(hears.test(byPath.get(path) ?? '') || compares.test(byPath.get(path) ?? ''), path).toBe(true);
    }
  });

  it('shows every command that has keys and every place, to those who have them', () => {
    const commands = commandsOf(canOf('lead'));
    const shown = keySections(commands, canOf('lead')).flatMap(({ lines }) =>
      lines.flatMap(({ keys }) => keys),
    );
    for (const { keys } of commands) expect(shown).toEqual(expect.arrayContaining([...keys]));
    for (const { keys } of KEY_AREAS) {
      for (const binding of Object.values(keys))
        expect(shown).toEqual(expect.arrayContaining([...binding.keys]));
    }
    const forReps = keySections(commandsOf(canOf('rep')), canOf('rep')).map(({ title }) => title);
    expect(forReps).not.toContain('Publish table');
  });

  it('gives no two things from anywhere the same keys', () => {
    const keys = commandsOf(canOf('lead')).flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
