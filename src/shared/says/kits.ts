import type { WayOut } from '../vocabulary/ways-out.ts';
import type { NoValues } from './says.ts';

/** Kits. */
export type KitsSays = {
  readonly 'kits.made-by-publishers': NoValues;
  readonly 'kits.nothing-to-review': { readonly title: string };
  readonly 'kits.replaced-by-itself': NoValues;
  readonly 'kits.replacement-not-usable': { readonly title: string };
  /** It does not leave on this way. */
  readonly 'kits.held': { readonly way: WayOut; readonly reason: 'recalled' | 'expired' };
  readonly 'kits.too-many-items': { readonly most: number };
  readonly 'kits.too-many-own': { readonly most: number };
  readonly 'kits.smart-has-no-items': NoValues;
  readonly 'kits.no-such-pages': { readonly title: string; readonly pages: number };
  readonly 'kits.version-of-another': { readonly title: string };
  readonly 'kits.own-has-no-status': NoValues;
  readonly 'kits.nothing-to-propose': NoValues;
  readonly 'kits.smart-not-proposed': NoValues;
  readonly 'kits.proposed-already': NoValues;
  readonly 'kits.answered-already': NoValues;
  /** Why an asset was proposed for a kit, of so many of its type. */
  readonly 'kits.only-of-type': { readonly type: string };
  readonly 'kits.most-useful-of-type': {
    readonly type: string;
    readonly count: number;
    readonly useful: number;
  };
  readonly 'kits.most-used-of-type': { readonly type: string; readonly count: number; readonly uses: number };
  readonly 'kits.best-of-type': { readonly type: string; readonly count: number };
  readonly 'kits.nothing-to-publish': { readonly name: string };
};
