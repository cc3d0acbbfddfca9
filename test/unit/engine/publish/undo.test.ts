import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { RowChange, RowFields, StagedRow } from '../../../../src/contract/publish-rows.ts';
import { changeBack, withFields } from '../../../../src/contract/row-changes.ts';
import { emptyFields } from '../../../../src/engine/publish/staged-row.ts';
import { ofFields } from '../../../../src/shared/vocabulary/asset-fields.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async () => {
  temp = await TempEngine.open({ role: 'marketer' });
  return temp;
};
const rowsOf = async (engine: TempEngine) => (await engine.client.publish.state()).rows;

const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
const maybe = fc.option(fc.constantFrom('x', 'y'));
const fields: fc.Arbitrary<RowFields> = fc.record({
  title: fc.constantFrom('', 'One', 'Other'),
  type: maybe,
  stages: words,
  personas: words,
  products: words,
  audience: fc.option(fc.constantFrom('internal' as const, 'customer' as const)),
  language: maybe,
  tags: words,
  summary: fc.constantFrom('', 'What it is'),
  folder: fc.constantFrom('', 'Sales/Decks'),
  note: fc.constantFrom('', 'v3'),
  versionOf: fc.option(fc.constant('a_0000000000000001')),
});
const names = Object.keys(emptyFields());
const row: fc.Arbitrary<StagedRow> = fc.record({ fields, guessed: fc.subarray(names) }).map((made) =>
  // A first change works out what is missing and sorts the guesses, as the engine does.
  withFields(
    { id: 'r_1', fileName: 'a.pdf', folder: '', size: 1, state: 'ready', missing: [], ...made },
    { set: {} },
  ),
);
const set: fc.Arbitrary<RowChange['set']> = fc
  .tuple(fields, fc.subarray(names))
  .map(([all, some]) =>
    ofFields<RowChange['set']>(Object.entries(all).filter(([name]) => some.includes(name))),
  );

describe('a change that is taken back', () => {
  it('leaves the row as it was: values, guesses as guesses, what is missing', () => {
    fc.assert(
      fc.property(row, set, (before, change) => {
        expect(withFields(withFields(before, { set: change }), changeBack(before, change))).toEqual(before);
      }),
    );
  });

  it('leaves guesses guesses in the engine too', async () => {
    const engine = await open();
    await engine.stage(engine.file('case-study.txt', '# Halden saves\nText'), engine.file('faq.txt', 'x'));
    const untouched = await rowsOf(engine);
    const rows = untouched.map((one) => one.id);
    const said = { type: 'playbook', title: 'One' };
    const before = untouched.map((one) => changeBack(one, said));
    await engine.setRows(rows, said);
    expect((await rowsOf(engine))[0]?.guessed).not.toContain('type');
    await engine.client.publish.setEach({ changes: before });
    expect(await rowsOf(engine)).toEqual(untouched);
  });
});

describe('saving as drafts', () => {
  it('needs a title only, and makes up a type from what the document looks like', async () => {
    const engine = await open();
    await engine.stage(engine.file('plain.txt', 'x'));
    const [id = ''] = (await rowsOf(engine)).map((one) => one.id);
    await engine.setRows([id], { type: null });
    const { published } = await engine.client.publish.publish({ rows: [id], draft: true });
    const detail = await engine.client.assets.get({ asset: published[0]?.asset ?? '' });
    expect(detail).toMatchObject({ type: 'one-pager', stages: [], personas: [] });
  });

  it('is refused without a title, next to the field', async () => {
    const engine = await open();
    await engine.stage(engine.file('plain.txt', 'x'));
    const [id = ''] = (await rowsOf(engine)).map((one) => one.id);
    await engine.setRows([id], { title: '' });
    const refused = await refusalOf(engine.client.publish.publish({ rows: [id], draft: true }));
    expect(refused).toMatchObject({ code: 'INVALID', field: 'title' });
    expect(refused.message).toContain('Nothing was saved');
  });
});
