import { summaryOf } from '../assets/assets.ts';
import { variantViews } from '../assets/variant-views.ts';
import type { Implementer } from '../base/implementer.ts';
import { followOriginal, linkVariants, unlinkVariants } from './variants.ts';
import type { WithVariants } from './with-variants.ts';

/** Language editions: listed, linked, unlinked, brought in step; and which of them the person here prefers. */
export function variantsRouter({ variants }: Implementer, replica: () => WithVariants) {
  return {
    list: variants.list.handler(({ input }) => ({
      variants: variantViews(replica(), summaryOf(replica(), input.asset).id),
    })),
    link: variants.link.handler(({ input }) => linkVariants(replica(), input)),
    unlink: variants.unlink.handler(({ input }) => unlinkVariants(replica(), input)),
    follow: variants.follow.handler(({ input }) => followOriginal(replica(), input)),
    languages: variants.languages.handler(() => {
      const { chosen, spoken } = replica().languages;
      return { chosen: chosen && [...chosen], spoken: [...spoken] };
    }),
    preferLanguages: variants.preferLanguages.handler(async ({ input }) => {
      if (await replica().languages.choose(input.languages)) replica().changes.emit('languages');
    }),
    tellSpoken: variants.tellSpoken.handler(async ({ input }) => {
      if (await replica().languages.speak(input.languages)) replica().changes.emit('languages');
    }),
  };
}
