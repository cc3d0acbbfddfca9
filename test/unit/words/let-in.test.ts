import { describe, expect, it } from 'vitest';
import { letInSentence } from '../../../src/words/let-in.ts';

const REACH = 'Your ratings and requests reach your colleagues now.';

describe('who was let in', () => {
  it.each([
    [{ role: 'rep', by: 'Mia', again: false }, 'Mia let you into Acme, as a rep.'],
    [{ role: 'lead', by: 'Mia', again: true }, 'Mia let you back into Acme, as a content lead.'],
    [{ role: 'marketer', again: false }, 'You are in Acme now, as a marketer.'],
    [{ role: 'rep', again: true }, 'You are back in Acme now, as a rep.'],
  ] as const)('is told by whom and as what: %o', (letIn, sentence) => {
    expect(letInSentence(letIn, 'Acme')).toBe(`${sentence} ${REACH}`);
  });
});
