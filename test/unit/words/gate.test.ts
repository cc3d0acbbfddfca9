import { describe, expect, it } from 'vitest';
import { says } from '../../../src/shared/says/says.ts';
import { GATE_REASONS, WAYS_OUT } from '../../../src/shared/vocabulary/ways-out.ts';
import { say } from '../../../src/words/say.ts';

const each = WAYS_OUT.flatMap((way) => GATE_REASONS.map((reason) => ({ way, reason })));

describe('what the gate says', () => {
  it('names the way and what is the matter, each with words of its own', () => {
    const questions = each.map((one) => say(says('gate.question', one)));
    const refusals = each.map((one) => say(says('gate.refused', one)));
    expect(new Set([...questions, ...refusals]).size).toBe(2 * each.length);
    expect(questions).toContain('Copy this internal asset?');
    expect(questions).toContain('Add this asset in review?');
    expect(refusals).toContain('This recalled asset can’t be opened in another app');
    expect(refusals).toContain('This draft can’t be added to another file');
  });

  it('tells all that is the matter, and what to do', () => {
    const facts = [
      says('gate.expired'),
      says('gate.internal'),
      says('gate.use-instead', { title: 'Prices' }),
    ];
    expect(say(says('gate.about', { title: 'Old prices', facts }))).toBe(
      '“Old prices”. It has expired, so what it says may no longer be true. Internal only: not for customers. Use “Prices” instead.',
    );
  });
});

describe('what is said of a file on its way out', () => {
  it('names what was not done, and what the system has against it', () => {
    const problem = says('file-problem.disk-full');
    expect(say(says('leaving.not-saved-in', { folder: '/out', problem }))).toBe(
      'The file was not saved in /out: the disk is full. Make some room and try again.',
    );
  });
});
