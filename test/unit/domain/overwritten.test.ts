import { expect, it } from 'vitest';
import { foldCatalog } from '../../../src/domain/fold/fold-catalog.ts';
import { overwrittenBy } from '../../../src/domain/fold/overwritten.ts';
import { MOST_NAMED } from '../../../src/shared/limits.ts';
import { assetBody, EventMaker, foldContext, idOf } from '../../support/event-maker.ts';

it('a commit of many drafts carries along no more than an event can name: the last of what all before write over', () => {
  const maker = new EventMaker().found();
  const stamps: string[] = [];
  for (let number = 1; number <= 100; number += 1) {
    const { hlc, device } = maker.write(1, 1, 'asset-added', assetBody(number));
    stamps.push(`${hlc}|${device}`);
  }
  const state = foldCatalog(maker.events, foldContext);
  const backwards = Array.from({ length: 100 }, (_, index) => 100 - index);
  const drafts = backwards.map((number) => ({
    kind: 'asset-edited' as const,
    body: { asset: idOf('a', number), set: { title: `Edited ${number}` } },
  }));
  const over = overwrittenBy(state, drafts, idOf('m', 1));
  expect(Math.max(...over.map((places) => places.length))).toBe(MOST_NAMED);
  expect(over[0]?.map(({ ref }) => ref)).toEqual(stamps.slice(-1));
  expect(over.at(-1)?.map(({ ref }) => ref)).toEqual(stamps.slice(-MOST_NAMED).reverse());
});
