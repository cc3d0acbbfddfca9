import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../src/platform/extract/office/number-format.ts';
import { htmlText } from '../../../../src/platform/extract/plain/html-text.ts';
import { readMarkdown } from '../../../../src/platform/extract/plain/read-markdown.ts';
import { cleanText } from '../../../../src/platform/extract/text/clean.ts';
import { strike } from '../../../../src/shared/struck.ts';
import { makeDocx } from '../../../fixtures/documents/make-package.ts';
import { withExtractor } from './support.ts';

/**
 * Documents with runs of one thing as long as they are. Each is read in steps of its length: in steps of its length squared it would take
 * minutes, and longer than this test file may run.
 */

const MANY = 400_000;
const docs = withExtractor();
const markdown = (text: string) => readMarkdown({ text, truncated: false }).pages.map((page) => page.text);
const wordsOf = (text: string) => markdown(text).join(' ').split(/\s+/);

describe('a document with long runs', () => {
  it('of spaces in a heading is read, and the heading keeps its words', () => {
    expect(wordsOf(`# Price${' '.repeat(MANY)}x`)).toEqual(['Price', 'x']);
    expect(wordsOf(`# Price ${'#'.repeat(MANY)}x`).join('')).toMatch(/^Price#+x$/);
    expect(markdown('## Why C#\n\n### In short ##\n')).toEqual(['Why C#\n\nIn short']);
  });

  it('of spaces in what looks like a table is read', () => {
    expect(wordsOf(`a\n--${' '.repeat(MANY)}x`)).toEqual(['a', '--', 'x']);
    expect(wordsOf(`a\n${'\t'.repeat(MANY)}|--|x`)).toEqual(['a', '|--|x']);
    expect(markdown('| a | b |\n| :-- | --: |\n| 1 | 2 |')).toEqual(['a\tb\n\n1\t2']);
  });

  it('of spaces within a line is cleaned', () => {
    expect(cleanText(`a${' '.repeat(MANY)}b \u00a0\nc  \n\n\n\nd`)).toBe(`a${' '.repeat(MANY)}b\nc\n\nd`);
    expect(htmlText(`<pre>a${'\t'.repeat(MANY)}b \t\n \n  c</pre>`).text).toContain('\tb\n\nc');
  });

  it('of one style is read', () => {
    const style = 'text-decoration'.repeat(MANY / 10);
    expect(htmlText(`<span style="${style}">old</span>`).text).toContain('old');
    const struck = '<span style="color:red; text-decoration-line: line-through">old</span>';
    expect(htmlText(struck).text).toContain(strike('old'));
  });

  it('of comments before its markup is told for what it is', async () => {
    const comments = '<!---->'.repeat(500);
    expect(await docs.extract('a.html', `${comments}<html><p>Here</p></html>`)).toMatchObject({
      kind: 'html',
    });
    expect(await docs.extract('b.txt', `${comments} plain`)).toMatchObject({ kind: 'text' });
    expect(await docs.extract('c.txt', '<!--'.repeat(MANY / 4))).toMatchObject({ kind: 'text' });
  });

  it('of brackets in a number format shows its numbers', () => {
    expect(formatNumber(7, `0${'['.repeat(MANY)}`, false)).toMatch(/^7/);
    expect(formatNumber(7, `0${'[$'.repeat(MANY)}`, false)).toMatch(/^7/);
    expect(formatNumber(1234.5, '[$€-407] #,##0.00', false)).toBe('€ 1,234.50');
  });

  it('of runs whose properties never end is read', async () => {
    const body = `${'<w:p><w:r><w:rPr></w:r></w:p>'.repeat(MANY / 20)}`;
    const { outcome } = await docs.extractor().extract(await docs.write('a.docx', makeDocx(body)), 'a.docx');
    expect(['extracted', 'refused']).toContain(outcome);
  });
});
