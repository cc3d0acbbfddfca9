import type { NoValues } from './says.ts';
import type { ToldField } from './told-field.ts';

type Titled = { readonly title: string };

/** Assets: changing what is said of them, publishing what waits. */
export type AssetsSays = {
  readonly 'assets.no-such-day': NoValues;
  readonly 'assets.nobody-of-this-name': NoValues;
  readonly 'assets.never-a-draft': NoValues;
  readonly 'assets.recalled': Titled;
  readonly 'assets.expired': Titled;
  readonly 'assets.published-already': Titled;
  /** What must be said of it would be empty. */
  readonly 'assets.needs': Titled & { readonly field: ToldField };
  /** It can't come out: publishing asks for this field. */
  readonly 'assets.needs-to-publish': Titled & { readonly field: ToldField };
  readonly 'assets.too-many-values': Titled & { readonly field: ToldField; readonly most: number };
};
