import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** A role by its name. */
const NAMED = "'(?:rep|marketer|lead)'";
/** A variable or a field that holds a role: `role`, `self.role`, `member?.role`, `ownRole`. */
const HELD = String.raw`(?:\w+\??\.)*(?:role|\w+Role)\b(?!\??[.(])`;
/** A role beside something that decides by it. What is told from `undefined` or `null`, or from a name that is no role, is not compared with one. */
const COMPARED = new RegExp(
  [
    String.raw`[!=]==\s*${NAMED}`,
    String.raw`${NAMED}\s*[!=]==`,
    String.raw`(?<![\w.])${HELD}\s*[!=]==(?!\s*(?:undefined\b|null\b|'))`,
    String.raw`[!=]==\s*${HELD}`,
    // Looked for among roles, or by their order.
    String.raw`\.(?:includes|has|indexOf)\(\s*(?:${HELD}|${NAMED})`,
    String.raw`\bROLES\.(?:indexOf|findIndex|includes)\b`,
    // Told apart case by case.
    String.raw`\bswitch\s*\(\s*${HELD}\s*\)`,
    String.raw`\bcase\s+${NAMED}\s*:`,
  ].join('|'),
);

/** Where roles are compared all the same, in how many lines, and why that decides no right: whoever decides one asks `may`. */
const NO_RIGHT: Readonly<Record<string, readonly [lines: number, why: string]>> = {
  'cli/commands/init.ts': [1, 'whether what was typed is a role'],
  'cli/commands/people-commands.ts': [1, 'whether what was typed is a role'],
  'engine/live/check-drafts.ts': [
    1,
    'asks the roles that the kind of event itself names, before it is written',
  ],
  'engine/people/last-positions.ts': [2, 'whether a change takes rights away, and who ever led'],
  'engine/people/people.ts': [3, 'whether they have the role already, and that somebody leads the hub'],
  'engine/sample/sample-authors.ts': [1, 'who founds the sample’s hub'],
  'engine/search/background-indexing.ts': [1, 'whether the role is another than at the last run'],
  'engine/session/founding.ts': [1, 'whether a founder takes another role than a founder’s'],
  'engine/session/session.ts': [1, 'whether they have the role already'],
  'renderer/areas/people/person-row.tsx': [1, 'which role was chosen'],
  'renderer/areas/welcome/welcome-screen.tsx': [2, 'which role was chosen'],
};

/** How many lines of a source compare roles. */
function comparisons(text: string): number {
  return text.split('\n').filter((line) => COMPARED.test(line)).length;
}

function compared(folder: string): readonly (readonly [path: string, lines: number])[] {
  return readdirSync(join(SRC, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, comparisons(readFileSync(path, 'utf8'))] as const)
    .filter(([, lines]) => lines > 0)
    .map(([path, lines]) => [relative(SRC, path).replaceAll('\\', '/'), lines]);
}

describe('who may what', () => {
  it('is asked of `may` or comes with the data (`can`): engine, window, command line and shell compare no roles for it', () => {
    const found = ['cli', 'engine', 'main', 'node', 'preload', 'renderer'].flatMap(compared);
    const listed = Object.entries(NO_RIGHT).map(([path, [lines]]) => [path, lines]);
    expect(found.toSorted()).toEqual(listed.toSorted());
  });

  it.each([
    "member.role !== 'rep'",
    "role === 'lead'",
    "'rep' === role",
    'place.roles.includes(member.role)',
    'leaders.has(role)',
    "allowed.indexOf('lead') >= 0",
    'switch (role) {',
    'switch (session.member.role) {',
    "case 'marketer':",
    "ROLES.indexOf(role) > ROLES.indexOf('rep')",
    'ROLES.findIndex((one) => one === wanted) > 0',
    'if (role === wanted) return true;',
    'if (member.role !== other.role) return false;',
    'if (needed === self.role) return true;',
    'return member?.role === needed;',
    'if (ownRole === needed) return true;',
  ])('would be seen where it is compared: %s', (line) => {
    expect(comparisons(line)).toBe(1);
  });

  it.each([
    "role ?? 'rep'",
    "const roles = ['rep', 'lead']",
    'role === undefined',
    'member.role !== null',
    "blob.role === 'text'",
    "may(role, 'publish')",
    "z.enum(['rep', 'marketer', 'lead'])",
    'id === roleId',
    'switch (status) {',
    'members.has(member)',
  ])('is not seen where nothing is compared: %s', (line) => {
    expect(comparisons(line)).toBe(0);
  });
});
