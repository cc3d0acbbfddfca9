import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canOf } from '../../../src/domain/people/permissions.ts';
import { AREAS, has, railOf, SCREENS } from '../../../src/renderer/app/areas.ts';
import { commandsOf } from '../../../src/renderer/app/command-list.ts';
import { ADDRESSES } from '../../../src/renderer/base/addresses.ts';
import { ROLES } from '../../../src/shared/vocabulary/roles.ts';

const FOLDER = join(import.meta.dirname, '../../../src/renderer/areas');

describe('what areas bring into the window', () => {
  it('is put together, whichever folder says it', async () => {
    const saying = readdirSync(FOLDER).filter((area) => existsSync(join(FOLDER, area, 'area.ts')));
    const said = await Promise.all(
      saying.map(
        async (area): Promise<unknown[]> => Object.values(await import(join(FOLDER, area, 'area.ts'))),
      ),
    );
    expect(new Set(said.flat())).toEqual(new Set(AREAS));
  });

  it('has a screen for every address, and for every place on the rail', () => {
    expect(Object.keys(SCREENS).sort()).toEqual([...ADDRESSES].sort());
    for (const { rail } of AREAS) if (rail !== undefined) expect(SCREENS[rail.to]).toBeDefined();
    const screens = AREAS.flatMap((area) => Object.keys(area.screens ?? {}));
    expect(new Set(screens).size).toBe(screens.length);
  });

  it('has its picture taken, wherever one can go without saying what to see', () => {
    const file = join(import.meta.dirname, '../../e2e/screenshots/screens.ts');
    const text = readFileSync(file, 'utf8');
    const plain = ADDRESSES.filter((address) => !address.includes('$'));
    expect(plain.filter((address) => !text.includes(`'${address}'`))).toEqual([]);
  });

  it('shares no key and no name between two commands, and none is missing where somebody may', () => {
    for (const can of ROLES.map(canOf)) {
      const commands = commandsOf(can);
      const keys = commands.flatMap((command) => command.keys);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
      expect(commands.slice(0, railOf(can).length).map(({ name }) => name)).toEqual(
        railOf(can).map(({ name }) => name),
      );
      const own = AREAS.flatMap((area) => area.commands ?? []).filter((command) => has(can, command));
      expect(commands).toEqual(expect.arrayContaining(own));
    }
  });
});
