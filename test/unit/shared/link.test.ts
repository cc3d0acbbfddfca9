import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Link, LONGEST_LINK, linkAmong, readLink, writeLink } from '../../../src/shared/link.ts';

const asset = 'a_0123456789abcdef';

describe('links into Kitbag', () => {
  it('lead to an asset, also to a page of it, to a kit, a request, a call, and to a search', () => {
    expect(readLink(`kitbag://asset/${asset}`)).toEqual({ screen: 'asset', id: asset });
    expect(readLink(`kitbag://asset/${asset}?page=7`)).toEqual({ screen: 'asset', id: asset, page: 7 });
    expect(readLink('kitbag://kit/k_0123456789abcdef')).toEqual({ screen: 'kit', id: 'k_0123456789abcdef' });
    expect(readLink('kitbag://request/r_0123456789abcdef')).toMatchObject({ screen: 'request' });
    expect(readLink('kitbag://call/e_0123456789abcdef')).toMatchObject({ screen: 'call' });
    expect(readLink('kitbag://search?q=prices+f%C3%BCr%20CFO')).toEqual({
      screen: 'search',
      query: 'prices für CFO',
    });
  });

  it('are read as systems hand them over: with a slash more, in capitals, with spaces around', () => {
    expect(readLink(` KITBAG://Asset/${asset}/?page=7 `)).toEqual({ screen: 'asset', id: asset, page: 7 });
    expect(readLink('kitbag://search/?q=a')).toEqual({ screen: 'search', query: 'a' });
  });

  it.each([
    'https://asset/a_0123456789abcdef',
    'kitbag://asset/r_0123456789abcdef',
    'kitbag://asset/../settings',
    'kitbag://settings',
    'kitbag://archive/a_0123456789abcdef',
    'kitbag://user:secret@asset/a_0123456789abcdef',
    'kitbag://asset/a_0123456789abcdef/delete',
    'kitbag://search?q=%E0%A4%A',
    'kitbag://search?q=%0A',
    'kitbag://constructor/a_0123456789abcdef',
    `kitbag://search?q=${'x'.repeat(LONGEST_LINK)}`,
  ])('are none where they say anything else: %s', (text) => {
    expect(readLink(text)).toBeUndefined();
  });

  it('lose a page that is no number, and controls among the words', () => {
    expect(readLink(`kitbag://asset/${asset}?page=-1`)).toEqual({ screen: 'asset', id: asset });
    expect(readLink('kitbag://search?q=a%0D%0Ab')).toEqual({ screen: 'search', query: 'a b' });
  });

  it('come back as they were written', () => {
    const links: fc.Arbitrary<Link> = fc.oneof(
      fc.record({
        screen: fc.constant('asset' as const),
        id: fc.constant(asset),
        page: fc.integer({ min: 1, max: 999_999 }),
      }),
      fc
        .string({ unit: 'binary', maxLength: 100 })
        .filter((text) => text.trim() !== '' && text.trim() === text && !/\p{Cc}/u.test(text))
        .map((query) => ({ screen: 'search' as const, query })),
    );
    fc.assert(
      fc.property(links, (link) => {
        expect(readLink(writeLink(link))).toEqual(link);
      }),
    );
  });

  it('throw at nothing that anybody writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readLink(`kitbag://${text}`);
      }),
    );
  });

  it('are found among the words of a start', () => {
    expect(linkAmong(['kitbag', '--data', 'x', 'kitbag://kit/k_1'])).toBe('kitbag://kit/k_1');
    expect(linkAmong(['kitbag', '--data', 'x'])).toBeUndefined();
  });
});
