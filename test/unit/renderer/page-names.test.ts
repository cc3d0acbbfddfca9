import { describe, expect, it } from 'vitest';
import { countedPageName, pageWords, shortPageName } from '../../../src/renderer/ui/page-words.ts';

describe('the name of a page', () => {
  it('has its own beside its number where a PDF numbers its pages its own way', () => {
    const words = pageWords({ kind: 'pdf' });
    expect(countedPageName(words, 4, 'iv')).toBe('Page 4 (iv)');
    expect(shortPageName(words, 4, 'iv')).toBe('p. 4 (iv)');
    expect(shortPageName(words, 16, '12')).toBe('p. 16 (12)');
    expect(countedPageName(words, 4, '4')).toBe('Page 4');
    expect(shortPageName(words, 4, '4')).toBe('p. 4');
  });

  it('is the time when it is said where it is a part of captions', () => {
    expect(shortPageName(pageWords({ kind: 'captions' }), 3, '0:02:00')).toBe('0:02:00');
    expect(shortPageName(pageWords({ kind: 'markdown' }), 3, 'Objections')).toBe('section 3');
  });

  it('is that of a slide and of a sheet as ever', () => {
    expect(countedPageName(pageWords({ kind: 'pptx' }), 3, 'Slide 3')).toBe('Slide 3');
    expect(countedPageName(pageWords({ kind: 'xlsx' }), 2, 'Prices')).toBe('Prices');
  });

  it('says what it is of where there is little room', () => {
    expect(shortPageName(pageWords({ kind: 'pptx' }), 3, 'Slide 3')).toBe('slide 3');
    expect(shortPageName(pageWords({ kind: 'xlsx' }), 2, 'Prices')).toBe('sheet Prices');
    expect(shortPageName(pageWords({ kind: 'xlsx' }), 2, 'Sheet2')).toBe('Sheet2');
    expect(shortPageName(pageWords({ kind: 'image' }), 1, '1')).toBe('picture 1');
  });
});
