import { describe, expect, it } from 'vitest';
import { type PaletteItem, paletteSections } from '../../../src/renderer/commands/palette-items.ts';

const item = (group: PaletteItem['group'], label: string, keywords = ''): PaletteItem => ({
  key: label,
  group,
  label,
  keywords,
  run: () => undefined,
});
const items = [
  item('Go to', 'Home', 'screen open'),
  item('Go to', 'Insights', 'screen open'),
  item('Do', 'Ask marketing for something', 'request need new missing'),
  item('Look', 'Dark theme'),
  item('Assets', 'ROI story: Harbor Freight'),
  item('Requests', 'Battlecard: Oakbill'),
  item('People', 'Dana Whitfield'),
];
const found = (query: string) =>
  paletteSections(items, query).map(({ group, items: of }) => [group, ...of.map(({ label }) => label)]);

describe('the command palette', () => {
  it('shows commands alone while nothing is typed', () => {
    expect(found(' ')).toEqual([
      ['Go to', 'Home', 'Insights'],
      ['Do', 'Ask marketing for something'],
      ['Look', 'Dark theme'],
    ]);
  });

  it('finds assets, requests and people by name, commands also by what they are about', () => {
    expect(found('harbor')).toEqual([['Assets', 'ROI story: Harbor Freight']]);
    expect(found('dana')[0]).toEqual(['People', 'Dana Whitfield']);
    expect(found('request')[0]).toEqual(['Do', 'Ask marketing for something']);
  });

  it('forgives a wrong letter, and finds nothing for what is nothing', () => {
    expect(found('oakbil')[0]).toEqual(['Requests', 'Battlecard: Oakbill']);
    expect(found('insigths')[0]).toEqual(['Go to', 'Insights']);
    expect(found('zzzzqqqq')).toEqual([]);
  });
});
