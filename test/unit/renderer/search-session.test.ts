import { describe, expect, it } from 'vitest';
import { type OpenedResult, SearchSession } from '../../../src/renderer/areas/search/search-session.ts';

/** A session with what it told, and a clock in minutes. */
function listening() {
  const told: string[] = [];
  let minutes = 0;
  const tell = ({ query, results }: { query: string; results: number }, opened?: OpenedResult) =>
    void told.push(`${query}: ${results}${opened === undefined ? '' : `, opened no. ${opened.position}`}`);
  const session = new SearchSession(tell, () => minutes * 60_000);
  const search = (query: string, results = 3) => ({ query, results, context: {} });
  return {
    told,
    session,
    settle: (query: string, results?: number) => session.settle(search(query, results)),
    open: (query: string, position: number, results?: number) =>
      session.open(search(query, results), { asset: 'a', position }),
    wait: (more: number) => {
      minutes += more;
    },
  };
}

describe('who types one query', () => {
  it('makes one search, however often they stop to think', () => {
    const { told, settle, session } = listening();
    for (const typed of ['h', 'hal', 'haldne', 'hald', 'halden', 'halden pricing']) settle(typed);
    session.end();
    expect(told).toEqual(['halden pricing: 3']);
  });

  it('makes one search when they come back to its results and open more of them', () => {
    const { told, settle, open, session, wait } = listening();
    settle('roi');
    open('roi', 2);
    wait(5);
    settle('roi');
    open('roi', 1);
    settle('roi');
    session.end();
    expect(told).toEqual(['roi: 3, opened no. 2']);
    wait(31);
    settle('roi');
    session.end();
    expect(told).toEqual(['roi: 3, opened no. 2', 'roi: 3']);
  });

  it('makes no search of the letters that are left while they take the words away', () => {
    const { told, settle, open, session } = listening();
    open('roi story', 1);
    settle('roi s');
    settle('pricing');
    session.end();
    expect(told).toEqual(['roi story: 3, opened no. 1', 'pricing: 3']);
  });

  it('has found something where a filter hides it', () => {
    const { told, settle, session } = listening();
    settle('roi', 4);
    settle('roi', 0);
    session.end();
    expect(told).toEqual(['roi: 4']);
  });
});

describe('a search', () => {
  it('that found nothing is told when the field is emptied', () => {
    const { told, settle } = listening();
    settle('zebra', 0);
    settle('');
    expect(told).toEqual(['zebra: 0']);
  });

  it('is told before another one, also where that is opened at once', () => {
    const { told, settle, open } = listening();
    settle('zebra', 0);
    open('halden', 3, 0);
    expect(told).toEqual(['zebra: 0', 'halden: 3, opened no. 3']);
  });

  it('has words', () => {
    const { told, open, settle, session } = listening();
    open(' ', 1);
    settle('  ');
    session.end();
    expect(told).toEqual([]);
  });
});
