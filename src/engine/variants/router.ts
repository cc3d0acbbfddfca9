import { summaryOf } from '../assets/assets.ts';
import { variantViews } from '../assets/variant-views.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import type { Implementer } from '../base/implementer.ts';
import { followOriginal, linkVariants, unlinkVariants } from './variants.ts';

/** Language editions: listed, linked, unlinked, brought in step. */
export function variantsRouter({ variants }: Implementer, replica: () => WithAssets) {
  return {
    list: variants.list.handler(({ input }) => ({
      variants: variantViews(replica(), summaryOf(replica(), input.asset).id),
    })),
    link: variants.link.handler(({ input }) => linkVariants(replica(), input)),
    unlink: variants.unlink.handler(({ input }) => unlinkVariants(replica(), input)),
    follow: variants.follow.handler(({ input }) => followOriginal(replica(), input)),
  };
}
