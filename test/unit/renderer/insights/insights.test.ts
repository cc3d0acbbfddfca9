import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { shadeOf } from '../../../../src/renderer/areas/insights/coverage-map.tsx';
import { NumberCard, trendOf } from '../../../../src/renderer/areas/insights/number-card.tsx';
import { sortRows } from '../../../../src/renderer/base/sortable-table.tsx';

const figure = (value: number | null, previous: number | null) => ({ value, previous, part: 0, whole: 0 });

describe('a number’s trend', () => {
  it('is good or bad by what the number means', () => {
    expect(trendOf(figure(0.5, 0.4), false)).toEqual({
      word: 'Up 10 points',
      tone: 'good',
      points: 10,
      compared: true,
    });
    expect(trendOf(figure(0.05, 0.04), true)).toMatchObject({ word: 'Up 1 point', tone: 'bad', points: 1 });
  });

  it('claims nothing where there is nothing to compare', () => {
    expect(trendOf(figure(0.5, null), false)).toMatchObject({ tone: 'plain', compared: false });
    expect(trendOf(figure(0.5, 0.5), false)).toMatchObject({ word: 'Unchanged', compared: true });
    expect(trendOf(figure(0.5, 0.5), false).points).toBe(0);
  });
});

describe('a number’s card', () => {
  const card = (previous: number | null) =>
    renderToStaticMarkup(
      createElement(
        MantineProvider,
        null,
        createElement(NumberCard, {
          of: { name: 'Coverage', definition: 'Cells', lowerIsBetter: false },
          figure: figure(0.5, previous),
          counted: '1 of 2',
          lead: 'Show',
          onLead: () => undefined,
        }),
      ),
    );

  it('has an arrow only where there is an earlier period to have moved from', () => {
    expect(card(null)).toContain('No earlier period');
    expect(card(null)).not.toContain('tabler-icon-arrow-');
    expect(card(0.5)).toContain('tabler-icon-arrow-right');
  });
});

describe('the map', () => {
  it('has a shade of its own for none, one, a few and many', () => {
    expect([0, 1, 2, 3, 4, 6, 7, 100].map(shadeOf)).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
  });
});

describe('a table', () => {
  it('leaves rows without a value last, up and down', () => {
    const rows = [{ n: 2 }, { n: null }, { n: 10 }];
    const by = (row: { n: number | null }) => row.n;
    expect(sortRows(rows, by, false).map(by)).toEqual([2, 10, null]);
    expect(sortRows(rows, by, true).map(by)).toEqual([10, 2, null]);
  });
});
