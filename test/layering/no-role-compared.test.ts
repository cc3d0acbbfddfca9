import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** A role, by its name, beside a comparison. */
const COMPARED =
  /[!=]==\s*'(?:rep|marketer|lead)'|'(?:rep|marketer|lead)'\s*[!=]==|\.includes\((?:\w+\.)?role\)/;

function compared(folder: string): string[] {
  return readdirSync(join(SRC, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => COMPARED.test(readFileSync(path, 'utf8')))
    .map((path) => relative(SRC, path));
}

describe('who may what', () => {
  it('comes with the data (`can`): neither window nor command line compares roles', () => {
    expect([...compared('renderer'), ...compared('cli'), ...compared('main')]).toEqual([]);
  });

  it('would be seen where it is compared', () => {
    for (const line of [
      "member.role !== 'rep'",
      "role === 'lead'",
      "'rep' === role",
      'place.roles.includes(member.role)',
    ])
      expect(line).toMatch(COMPARED);
    for (const line of ['role === id', "role ?? 'rep'", "const roles = ['rep', 'lead']"])
      expect(line).not.toMatch(COMPARED);
  });
});
