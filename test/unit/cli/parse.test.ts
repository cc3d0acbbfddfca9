import { describe, expect, it } from 'vitest';
import { request } from '../../../src/cli/commands/request-commands.ts';
import { search } from '../../../src/cli/commands/search.ts';
import { parseArguments } from '../../../src/cli/parse.ts';

/** What is an option of the command line, and what a word that begins with a sign. */

describe('a word that begins with a sign', () => {
  it.each([
    [['-40 °C'], ['-40 °C']],
    [['-40'], ['-40']],
    [
      ['works', '-40', '--limit', '5'],
      ['works', '-40'],
    ],
    [['-draft pricing'], ['-draft pricing']],
    [['--', '-draft'], ['-draft']],
    [
      ['--', '-40 °C', '--limit'],
      ['-40 °C', '--limit'],
    ],
  ])('is searched for where it can be no option: %j', (rest, words) => {
    const { positionals, placed } = parseArguments(rest, search);
    expect(positionals).toEqual(words);
    expect(placed.map(({ word }) => word)).toEqual(words);
  });

  it('may be what an option says', () => {
    expect(parseArguments(['Cold', '--need', '-40 °C to -20'], request).values.need).toBe('-40 °C to -20');
  });

  it('is an option that is not known where it may be one, and told how to search for it', () => {
    expect(() => parseArguments(['-x'], search)).toThrow(
      /^Unknown option '-x'\. To search for it, put -- in front: kitbag search -- "-x"\nUsage: /,
    );
    expect(() => parseArguments(['-draft'], search)).toThrow('kitbag search -- "-draft"');
    expect(() => parseArguments(['-x'], request)).toThrow(/^Unknown option '-x'\.\nUsage: /);
    expect(() => parseArguments(['--speed', '5'], search)).toThrow(/^Unknown option '--speed'\.\nUsage: /);
  });
});
