import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/contract/people.ts';
import { type PaletteItem, paletteSections, peopleItems } from '../../../src/renderer/app/palette-items.ts';

const item = (group: PaletteItem['group'], label: string, keywords = ''): PaletteItem => ({
  key: label,
  group,
  label,
  keywords,
  run: () => undefined,
});
const items = [
  item('go', 'Home', 'screen open'),
  item('go', 'Insights', 'screen open'),
  item('do', 'Ask marketing for something', 'request need new missing'),
  item('look', 'Dark theme'),
  item('assets', 'ROI story: Harbor Freight'),
  item('requests', 'Battlecard: Oakbill'),
  item('people', 'Dana Whitfield'),
];
const found = (query: string) =>
  paletteSections(items, query).map(({ group, items: of }) => [group, ...of.map(({ label }) => label)]);

describe('the command palette', () => {
  it('shows commands alone while nothing is typed', () => {
    expect(found(' ')).toEqual([
      ['go', 'Home', 'Insights'],
      ['do', 'Ask marketing for something'],
      ['look', 'Dark theme'],
    ]);
  });

  it('finds assets, requests and people by name, commands also by what they are about', () => {
    expect(found('harbor')).toEqual([['assets', 'ROI story: Harbor Freight']]);
    expect(found('dana')[0]).toEqual(['people', 'Dana Whitfield']);
    expect(found('request')[0]).toEqual(['do', 'Ask marketing for something']);
  });

  it('forgives a wrong letter, and finds nothing for what is nothing', () => {
    expect(found('oakbil')[0]).toEqual(['requests', 'Battlecard: Oakbill']);
    expect(found('insigths')[0]).toEqual(['go', 'Insights']);
    expect(found('zzzzqqqq')).toEqual([]);
  });

  it('leads to what people look after, and to the people themselves for who may see them', () => {
    const person = (name: string, state: Person['state']): Person => ({
      id: name.toLowerCase(),
      name,
      state,
      role: 'rep',
      publishes: false,
      self: false,
      since: 0,
      devices: [],
    });
    const people = [person('Dana', 'member'), person('Wim', 'waiting'), person('Rae', 'removed')];
    const went: string[] = [];
    const toAssetsOf = (name: string) => went.push(`assets of ${name}`);
    const forRep = peopleItems(people, { toAssetsOf, toPerson: undefined });
    expect(forRep.map(({ label }) => label)).toEqual(['Assets of Dana']);
    const forLead = peopleItems(people, { toAssetsOf, toPerson: (id) => went.push(id) });
    expect(forLead.map(({ label, description }) => [label, description])).toEqual([
      ['Dana', 'In People'],
      ['Assets of Dana', 'What they look after'],
      ['Wim', 'In People, waiting to be let in'],
    ]);
    for (const { run } of forLead) run();
    expect(went).toEqual(['dana', 'assets of Dana', 'wim']);
    expect(paletteSections(forLead, 'dana')[0]?.items.map(({ label }) => label)).toEqual([
      'Dana',
      'Assets of Dana',
    ]);
  });
});
