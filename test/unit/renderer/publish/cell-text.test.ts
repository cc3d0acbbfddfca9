import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell, readTags } from '../../../../src/renderer/areas/publish/cell-text.ts';
import { isTyped, matchTerm } from '../../../../src/renderer/areas/publish/match-term.ts';
import { rowTermsOf } from '../../../../src/renderer/areas/publish/row-terms.ts';
import { terms } from './rows.ts';

describe('text typed or pasted into a cell', () => {
  it('names terms whatever their case, by name or id', () => {
    expect(readCell('type', 'CASE study', terms)).toEqual({ set: { type: 'case-study' }, unknown: [] });
    expect(readCell('stages', 'decision; Awareness', terms).set).toEqual({
      stages: ['decision', 'awareness'],
    });
  });

  it('takes a name with a comma in it for one term', () => {
    expect(readCell('personas', 'Head of sales, EMEA', terms).set).toEqual({ personas: ['head'] });
  });

  it('keeps what is known and says which words name nothing', () => {
    expect(readCell('personas', 'CFO; Treasurer', terms)).toEqual({
      set: { personas: ['cfo'] },
      unknown: ['Treasurer'],
    });
    expect(readCell('personas', 'Nobody', terms)).toEqual({ set: null, unknown: ['Nobody'] });
  });

  it('knows synonyms and plurals', () => {
    expect(readCell('stages', 'BOFU', terms).set).toEqual({ stages: ['decision'] });
    expect(readCell('type', 'Case Studies', terms).set).toEqual({ type: 'case-study' });
    expect(readCell('type', 'FAQs', terms).set).toEqual({ type: 'faq' });
    expect(readCell('personas', 'CFOs / finance director', terms).set).toEqual({ personas: ['cfo'] });
    expect(readCell('audience', 'external', terms).set).toEqual({ audience: 'customer' });
  });

  it('is looked up in names that are worked out once, however much is pasted', () => {
    let looks = 0;
    const personas = terms.personas.map(({ value, label }) => ({
      value,
      get label() {
        looks += 1;
        return label;
      },
    }));
    for (let times = 0; times < 1000; times += 1)
      readCell('personas', `Nobody ${times}`, { ...terms, personas });
    expect(looks).toBeLessThan(20);
    expect(readCell('personas', 'cfo', { ...terms, personas }).set).toEqual({ personas: ['cfo'] });
  });

  it('takes one value where there can be one, and tells the others', () => {
    expect(readCell('type', 'FAQ; Case study', terms)).toEqual({
      set: { type: 'faq' },
      unknown: ['Case study'],
    });
  });

  it('leaves a cell as it is where there is nothing to paste', () => {
    expect(readCell('stages', ' ', terms)).toEqual({ set: null, unknown: [] });
    expect(readCell('title', '', terms)).toEqual({ set: null, unknown: [] });
  });

  it('makes a title one line of at most 300 characters, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const title = readCell('title', text, terms).set?.title ?? '';
        return title.length <= 300 && !/[\n\r\t]/.test(title);
      }),
    );
  });

  it('keeps each tag once and none empty', () => {
    expect(readTags(' roi, retail;roi,, ')).toEqual(['roi', 'retail']);
  });
});

describe('a word for a term', () => {
  it('that could mean two of them means none; a name counts before a synonym', () => {
    const choices = [
      { value: 'a', label: 'CFO', also: ['Buyer'] },
      { value: 'b', label: 'Buyer' },
      { value: 'c', label: 'Chief', also: ['Boss'] },
      { value: 'd', label: 'Head', also: ['Boss'] },
    ];
    expect(matchTerm('buyer', choices)?.value).toBe('b');
    expect(matchTerm('boss', choices)).toBeUndefined();
  });

  it('is found in a list while it is typed, by its synonym too', () => {
    expect(isTyped({ value: 'decision', label: 'Decision', also: ['BOFU'] }, 'bof')).toBe(true);
    expect(isTyped({ value: 'decision', label: 'Decision', also: ['BOFU'] }, 'tof')).toBe(false);
  });

  it('has the synonyms that the hub gives it, also through words that mean the same', () => {
    const term = { id: 'cfo', name: 'CFO', goals: '', challenges: '', order: 1, retired: false };
    const made = rowTermsOf({
      stages: [],
      personas: [term],
      types: [],
      products: [],
      dimensions: [],
      tags: [],
      languages: ['de', 'not a tag'],
      synonyms: [
        { id: '1', words: ['finance director'], means: { facet: 'persona', term: 'cfo' }, retired: false },
        { id: '2', words: ['Finance-Director', 'Treasurer'], means: { facet: 'same' }, retired: false },
        { id: '3', words: ['Kaiser'], means: { facet: 'persona', term: 'cfo' }, retired: true },
      ],
    });
    expect(readCell('personas', 'treasurer', made).set).toEqual({ personas: ['cfo'] });
    expect(readCell('personas', 'kaiser', made).set).toBeNull();
    expect(readCell('language', 'Deutsch', made).set).toEqual({ language: 'de' });
  });
});
