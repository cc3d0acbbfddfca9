import type { Implementer } from '../base/implementer.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { changeTags } from './change-tags.ts';
import { defineDimension } from './dimensions.ts';
import { dimensionEffect } from './retire-dimension.ts';
import { retirementEffect, retireTerm } from './retire-term.ts';
import { splitTerm } from './split-term.ts';
import { defineSynonyms } from './synonyms.ts';
import { defineTerm, taxonomyOf } from './taxonomy.ts';
import { termUsage } from './term-usage.ts';
import { addUsualSynonyms, missingSynonyms } from './usual-synonyms.ts';

/** The hub's own words. */
export function taxonomyRouter({ taxonomy }: Implementer, replica: () => WithSearchQuality) {
  return {
    get: taxonomy.get.handler(() => taxonomyOf(replica())),
    define: taxonomy.define.handler(({ input }) => defineTerm(replica(), input)),
    retirement: taxonomy.retirement.handler(({ input }) => retirementEffect(replica(), input)),
    retire: taxonomy.retire.handler(({ input }) => retireTerm(replica(), input)),
    defineDimension: taxonomy.defineDimension.handler(({ input }) => defineDimension(replica(), input)),
    dimensionRetirement: taxonomy.dimensionRetirement.handler(({ input }) =>
      dimensionEffect(replica(), input.id),
    ),
    usage: taxonomy.usage.handler(() => termUsage(replica())),
    split: taxonomy.split.handler(({ input }) => splitTerm(replica(), input)),
    changeTags: taxonomy.changeTags.handler(({ input }) => changeTags(replica(), input)),
    defineSynonyms: taxonomy.defineSynonyms.handler(({ input }) => defineSynonyms(replica(), input)),
    usualSynonyms: taxonomy.usualSynonyms.handler(() => ({ missing: missingSynonyms(replica()).length })),
    addUsualSynonyms: taxonomy.addUsualSynonyms.handler(() => addUsualSynonyms(replica())),
  };
}
