import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StagingState } from '../../../../src/contract/publish.ts';
import type { RowChange, StagedRow } from '../../../../src/contract/publish-rows.ts';
import { withFields } from '../../../../src/contract/row-changes.ts';
import {
  afterAnswer,
  afterPush,
  afterRefusal,
  afterRestart,
  afterSending,
  type KnownTable,
  shownTable,
} from '../../../../src/renderer/areas/publish/pending-changes.ts';

const row: StagedRow = {
  id: 'row_0000000000000001',
  fileName: 'a.pdf',
  folder: '',
  size: 1,
  state: 'ready',
  fields: {
    title: 'A',
    type: null,
    stages: [],
    personas: [],
    products: [],
    audience: null,
    language: null,
    tags: [],
    summary: '',
    folder: '',
    note: '',
    versionOf: null,
  },
  guessed: [],
  missing: [],
};
const state = (revision: number, shown: StagedRow = row): StagingState => ({
  revision,
  rows: [shown],
  progress: null,
  skipped: 0,
});
const titled = (title: string): RowChange => ({ row: row.id, set: { title } });
const titleOf = (known: KnownTable) => shownTable(known).rows[0]?.fields.title;

describe('changes of the publish table that are on their way', () => {
  it('stay when the engine pushes a state that is older, until it pushes one that has them', () => {
    let known = afterSending(afterPush(undefined, state(1)), 1, [titled('B')]);
    known = afterPush(known, state(2));
    expect(titleOf(known)).toBe('B');
    known = afterAnswer(known, 1, 3);
    expect(titleOf(known)).toBe('B');
    known = afterPush(known, state(3, withFields(row, titled('B'))));
    expect(known.pending).toEqual([]);
    expect(titleOf(known)).toBe('B');
  });

  it('are gone when the engine refuses them', () => {
    const sent = afterSending(afterPush(undefined, state(1)), 1, [titled('B')]);
    expect(titleOf(afterRefusal(sent, 1))).toBe('A');
  });

  it('that were answered do not outlive the engine that counted them', () => {
    const answered = afterAnswer(afterSending(afterPush(undefined, state(1)), 1, [titled('B')]), 1, 700);
    const known = afterPush(afterRestart(answered), state(1, withFields(row, titled('B'))));
    expect(known.pending).toEqual([]);
    expect(titleOf(afterPush(known, state(2, withFields(row, titled('C')))))).toBe('C');
  });

  it('never let the table show anything but the last title given, whoever is faster', () => {
    const events = fc.array(fc.constantFrom('send', 'handle', 'push', 'deliver', 'answer'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(events, (steps) => {
        // An engine that handles in order; its answers and its pushes travel at their own pace, each kind in order.
        let revision = 0;
        let engineRow = row;
        let known = afterPush(undefined, state(0));
        let last = 'A';
        let sent = 0;
        const toHandle: { id: number; change: RowChange }[] = [];
        const answers: { id: number; revision: number }[] = [];
        const pushes: StagingState[] = [];
        for (const step of steps) {
          if (step === 'send') {
            sent += 1;
            last = `title ${sent}`;
            known = afterSending(known, sent, [titled(last)]);
            toHandle.push({ id: sent, change: titled(last) });
          } else if (step === 'handle') {
            const next = toHandle.shift();
            if (next === undefined) revision += 1;
            else {
              revision += 1;
              engineRow = withFields(engineRow, next.change);
              answers.push({ id: next.id, revision });
            }
          } else if (step === 'push') pushes.push(state(revision, engineRow));
          else if (step === 'deliver') {
            const next = pushes.shift();
            if (next !== undefined) known = afterPush(known, next);
          } else {
            const next = answers.shift();
            if (next !== undefined) known = afterAnswer(known, next.id, next.revision);
          }
          expect(titleOf(known)).toBe(last);
        }
      }),
    );
  });
});
