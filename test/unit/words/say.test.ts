import { i18n } from '@lingui/core';
import { ORPCError } from '@orpc/client';
import { afterEach, describe, expect, it } from 'vitest';
import { withSentence } from '../../../src/cli/base/with-sentence.ts';
import { invalid } from '../../../src/engine/base/refusal.ts';
import { wireError } from '../../../src/engine/base/wire-error.ts';
import { describeError } from '../../../src/renderer/base/wire-error.ts';
import { speak } from '../../../src/renderer/ui/language.ts';
import { isSays, says } from '../../../src/shared/says/says.ts';
import { say, sayError, saysOf } from '../../../src/words/say.ts';
import { speakEnglish } from '../../../src/words/speak-english.ts';
import { keepingLogger } from '../../support/quiet-logger.ts';

const TOO_LATE = 'This can no longer be undone. Nothing was changed.';
const UNEXPECTED =
  'Something went wrong inside Kitbag. What was confirmed before is safe. Try again; if it happens again, restart Kitbag.';

/** Somebody's change, as an item of a list. */
const title = (asset: string, name = 'Ben') =>
  says('undo.by', { thing: says('undo.field', { field: 'title', asset }), name });

describe('what the engine tells', () => {
  afterEach(() => speak('en'));

  it('is a sentence with its values, and with what is said within it', () => {
    expect(say(says('undo.too-late'))).toBe(TOO_LATE);
    expect(say(says('undo.part', { things: [title('Halden')], more: 0 }))).toBe(
      'Undone, except what has changed since: title of ‘Halden’ (by Ben).',
    );
    expect(say(says('undo.nothing', { things: [title('A'), title('B')], more: 3 }))).toBe(
      'Not undone, because it has changed since: title of ‘A’ (by Ben), title of ‘B’ (by Ben) and 3 more.',
    );
  });

  it.each(['{name}', '\\u202e', 'C:\\x86\\bin', '%__lingui_octothorpe__%', '<0>'])(
    'keeps what people wrote as it is: %s',
    (written) => {
      expect(say(title(written, written))).toBe(`title of ‘${written}’ (by ${written})`);
    },
  );

  it.each(['undo.from-the-future', 'constructor', ''])(
    'has a sentence for the code ‘%s’ of another version',
    (code) => {
      const told: unknown = JSON.parse(JSON.stringify({ code, values: { name: 'Ben' } }));
      if (!isSays(told)) throw new Error('It has the form of what is said.');
      expect(say(told)).toMatch(/^Kitbag has something to tell you that this version has no words for\./);
    },
  );

  it('is known by its form, which has an end', () => {
    const deep = (left: number): unknown => ({
      code: 'a',
      values: left === 0 ? {} : { in: [deep(left - 1)] },
    });
    expect([deep(3), deep(4), deep(40)].map(isSays)).toEqual([true, false, false]);
    const others = [
      null,
      'undo.too-late',
      { code: 1, values: {} },
      { code: 'a' },
      { code: 'a', values: { b: null } },
    ];
    expect(others.map(isSays)).toEqual(others.map(() => false));
    expect(isSays({ code: 'a', values: { b: 'x'.repeat(1_000_000) } })).toBe(false);
  });

  it('is the same in the window and on the command line, whatever way it came', () => {
    const refusal = invalid(says('undo.too-late'));
    const wire = wireError(refusal, 'undo.take', keepingLogger());
    expect(refusal.message).toBe('undo.too-late');
    expect(sayError(refusal)).toBe(TOO_LATE);
    expect(sayError(wire)).toBe(TOO_LATE);
    expect(describeError(wire)).toEqual({ code: 'INVALID', message: TOO_LATE, retry: false });
    expect(JSON.parse(JSON.stringify([{ left: 1, says: saysOf(wire) }], withSentence))).toEqual([
      { left: 1, message: TOO_LATE },
    ]);
  });

  it('is that something went wrong where nobody expected it', () => {
    const wire = wireError(new TypeError('secret'), 'undo.take', keepingLogger());
    for (const thrown of [wire, new Error('secret'), 'secret', undefined, new ORPCError('BAD_GATEWAY')]) {
      expect(sayError(thrown)).toBe(UNEXPECTED);
      expect(describeError(thrown)).toEqual({ code: 'UNKNOWN', message: UNEXPECTED, retry: true });
    }
  });

  it('is English where no catalog was loaded', async () => {
    await speak('de');
    speakEnglish();
    expect(i18n.locale).toBe('en');
    expect(say(title('Halden'))).toBe('title of ‘Halden’ (by Ben)');
  });
});
