import { describe, expect, it } from 'vitest';
import { canOf } from '../../../src/domain/people/permissions.ts';
import { railOf } from '../../../src/renderer/app/areas.ts';
import { librarySearchSchema } from '../../../src/renderer/base/library-search.ts';
import { keyCaps } from '../../../src/renderer/ui/keys/key-names.ts';

describe('shortcuts', () => {
  it('are shown as they stand on a keyboard', () => {
    expect(keyCaps('Mod+Shift+P')).toEqual(['Ctrl', 'Shift', 'P']);
    expect(keyCaps('?')).toEqual(['?']);
    expect(keyCaps('Alt+ArrowLeft')).toEqual(['Alt', '←']);
    expect(keyCaps('Mod++')).toEqual(['Ctrl', '+']);
    expect(keyCaps('+')).toEqual(['+']);
  });
});

describe('the rail', () => {
  it('shows each role what it needs', () => {
    expect(railOf(canOf('rep')).map((area) => area.name)).toEqual(['Home', 'Library', 'Requests']);
    expect(railOf(canOf('marketer')).map((area) => area.name)).toContain('Publish');
    expect(railOf(canOf('marketer')).map((area) => area.name)).not.toContain('Taxonomy');
    expect(railOf(canOf('lead')).map((area) => area.name)).toContain('Taxonomy');
  });
});

describe('the address of the library', () => {
  it('leaves out what does not fit instead of failing', () => {
    expect(
      librarySearchSchema.parse({ q: 'roi', stages: 'decision', sort: 'sideways', fresh: true }),
    ).toEqual({
      q: 'roi',
      fresh: true,
    });
  });
});
