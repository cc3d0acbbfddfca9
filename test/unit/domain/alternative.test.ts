import { describe, expect, it } from 'vitest';
import { type Comparable, nearestAlternative } from '../../../src/domain/assets/alternative.ts';

const expired: Comparable = {
  id: 'a_old',
  type: 'case-study',
  audience: 'customer',
  stages: ['decision'],
  personas: ['cfo'],
  products: [],
  language: 'en',
};
const like = (id: string, other: Partial<Comparable> = {}): Comparable => ({ ...expired, id, ...other });

describe('the current alternative to an asset that may not be used any more', () => {
  it('is of the same type, stage and persona before one that only shares the type', () => {
    const other = like('a_type', { stages: ['awareness'], personas: ['end-user'] });
    expect(nearestAlternative(expired, [other, like('a_all')], new Map())?.id).toBe('a_all');
  });

  it('is the one with the similar text among those of the same type', () => {
    const alike = new Map([['a_text', 0.9]]);
    expect(nearestAlternative(expired, [like('a_other'), like('a_text')], alike)?.id).toBe('a_text');
  });

  it('is never internal where the expired one was for customers', () => {
    expect(nearestAlternative(expired, [like('a_in', { audience: 'internal' })], new Map())).toBeUndefined();
  });

  it('is in the same language where there is one', () => {
    const found = nearestAlternative(expired, [like('a_de', { language: 'de' }), like('a_en')], new Map());
    expect(found?.id).toBe('a_en');
  });

  it('is not named where nothing is near', () => {
    const far = like('a_far', { type: 'webinar', stages: ['retention'], personas: [] });
    expect(nearestAlternative(expired, [far], new Map([['a_far', 0.3]]))).toBeUndefined();
  });
});
