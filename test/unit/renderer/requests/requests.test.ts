import { describe, expect, it } from 'vitest';
import { addBusinessDays } from '../../../../src/domain/kernel/calendar.ts';
import { slaOf } from '../../../../src/domain/requests/sla.ts';
import { takenFor, whyNoDealValue } from '../../../../src/renderer/areas/requests/deal-value-words.ts';
import { dueOf, newsSentence, SIZES } from '../../../../src/renderer/areas/requests/request-words.ts';
import { stepOnBoard } from '../../../../src/renderer/areas/requests/requests-board.tsx';
import { parseAmount } from '../../../../src/shared/amount.ts';
import { REQUEST_STATUSES, type RequestStatus } from '../../../../src/shared/vocabulary/requests.ts';

describe('the due chip', () => {
  const day = 86_400_000;

  it('says in words what its colour says', () => {
    expect(dueOf({ step: 'answer', dueAt: 3 * day, state: 'calm' }, 0)).toEqual({
      tone: 'plain',
      word: 'Due in 3 days',
    });
    expect(dueOf({ step: 'answer', dueAt: 4 * 3_600_000, state: 'close' }, 0).word).toBe(
      'Due soon, 4 hours left',
    );
    expect(dueOf({ step: 'acknowledge', dueAt: 0, state: 'over' }, 2 * day)).toEqual({
      tone: 'bad',
      word: 'Overdue by 2 days',
    });
    expect(dueOf({ step: 'done', dueAt: 0, state: 'missed' }, day).word).toBe('Answered late');
  });
});

describe('the promise of a size', () => {
  const monday = Date.UTC(2026, 10, 16, 9);

  it.each(SIZES)('says the days by which a request is due: $name', ({ size, promise }) => {
    const [, from, to] = /^Answered in (\d+)–(\d+) business days$/u.exec(promise)?.map(Number) ?? [];
    expect(from).toBeLessThan(to ?? 0);
    const { dueAt } = slaOf({ status: 'accepted', size, askedAt: monday }, monday);
    expect(dueAt).toBe(addBusinessDays(monday, to ?? 0));
  });
});

describe('news of a request', () => {
  it('are one sentence for each status, and for a comment', () => {
    const by = { id: 'ben', name: 'Ben', role: 'rep' as const, isNew: true };
    const of = (status?: RequestStatus) =>
      newsSentence({ by, title: 'ROI', ...(status === undefined ? {} : { status }) });
    expect(of()).toBe('Ben (new member) commented on “ROI”');
    expect(of('in-review')).toBe('Ben (new member) sent “ROI” for review');
    expect(new Set(REQUEST_STATUSES.map(of)).size).toBe(REQUEST_STATUSES.length);
  });
});

describe('the value of a deal', () => {
  it('is said as it is understood, and why it is not', () => {
    expect(takenFor(parseAmount('180k'))).toBe('= 180,000 in your hub’s currency');
    expect(whyNoDealValue('unclear', ' abc ')).toBe(
      '‘abc’ isn’t clear as an amount. Write it like 180k, 1.2m or 1,200,000.',
    );
    expect(whyNoDealValue('below-zero', '-5')).toContain('180k');
  });
});

describe('the board', () => {
  it('passes over empty columns and stays within the others', () => {
    const lengths = [2, 0, 1, 0, 3];
    expect(stepOnBoard({ column: 0, index: 1 }, [1, 0], lengths)).toEqual({ column: 2, index: 0 });
    expect(stepOnBoard({ column: 2, index: 0 }, [-1, 0], lengths)).toEqual({ column: 0, index: 0 });
    expect(stepOnBoard({ column: 0, index: 1 }, [0, 1], lengths)).toBeNull();
    expect(stepOnBoard({ column: 4, index: 0 }, [1, 0], lengths)).toBeNull();
  });
});
