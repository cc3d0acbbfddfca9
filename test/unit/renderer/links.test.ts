import { describe, expect, it } from 'vitest';
import { linkTo } from '../../../src/renderer/app/links.ts';

describe('a link to what is shown', () => {
  it('names the asset and its page, the kit, the call, the request and the search', () => {
    expect(linkTo('/asset/a_0123456789abcdef', { page: 3 })).toEqual({
      screen: 'asset',
      id: 'a_0123456789abcdef',
      page: 3,
    });
    expect(linkTo('/asset/a_0123456789abcdef/compare', {})).toMatchObject({ screen: 'asset' });
    expect(linkTo('/library/kits/k_0123456789abcdef', {})).toMatchObject({ screen: 'kit' });
    expect(linkTo('/calls/e_0123456789abcdef', {})).toMatchObject({ screen: 'call' });
    expect(linkTo('/requests/r_0123456789abcdef', {})).toMatchObject({ screen: 'request' });
    expect(linkTo('/library', { q: ' prices ' })).toEqual({ screen: 'search', query: 'prices' });
  });

  it('is none where there is nothing to name', () => {
    for (const path of ['/', '/library', '/library/kits', '/requests', '/settings'])
      expect(linkTo(path, {})).toBeUndefined();
  });
});
