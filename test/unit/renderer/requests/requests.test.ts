import { describe, expect, it } from 'vitest';
import { addBusinessDays } from '../../../../src/domain/kernel/calendar.ts';
import { slaOf } from '../../../../src/domain/requests/sla.ts';
import { dueOf, SIZES } from '../../../../src/renderer/areas/requests/request-words.ts';
import { stepOnBoard } from '../../../../src/renderer/areas/requests/requests-board.tsx';

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
    const [, from, to] = /^answered in (\d+)–(\d+) business days$/u.exec(promise)?.map(Number) ?? [];
    expect(from).toBeLessThan(to ?? 0);
    const { dueAt } = slaOf({ status: 'accepted', size, askedAt: monday }, monday);
    expect(dueAt).toBe(addBusinessDays(monday, to ?? 0));
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
