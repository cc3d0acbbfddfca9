import { describe, expect, it } from 'vitest';
import { dueOf } from '../../../../src/renderer/areas/requests/request-words.ts';
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

describe('the board', () => {
  it('passes over empty columns and stays within the others', () => {
    const lengths = [2, 0, 1, 0, 3];
    expect(stepOnBoard({ column: 0, index: 1 }, [1, 0], lengths)).toEqual({ column: 2, index: 0 });
    expect(stepOnBoard({ column: 2, index: 0 }, [-1, 0], lengths)).toEqual({ column: 0, index: 0 });
    expect(stepOnBoard({ column: 0, index: 1 }, [0, 1], lengths)).toBeNull();
    expect(stepOnBoard({ column: 4, index: 0 }, [1, 0], lengths)).toBeNull();
  });
});
