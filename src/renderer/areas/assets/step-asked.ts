import type { RetireEffect } from '../../../contract/reviews.ts';
import type { DimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import type { engine } from '../../base/engine-client.ts';
import { createStore } from '../../base/store.ts';

/** What is asked before a step of an asset's life is taken, and about which assets. */

/** What somebody says of assets that lack it. */
export type Given = NonNullable<Parameters<typeof engine.assets.publish>[0]['given']>;

/** With which assets; `title` where it is one. */
export type Chosen = {
  readonly assets: readonly string[];
  readonly title?: string;
  readonly done?: () => void;
};

/** What a step needs to know of assets, and the step with it. */
export type Completing = {
  readonly step: 'complete';
  readonly missing: readonly DimensionField[];
  /** What the step is, as a button's word. */
  readonly word: string;
  readonly take: (given: Given) => Promise<boolean>;
};

/** What the dialog asks about now. */
export type StepAsked = Chosen &
  (
    | { readonly step: 'submit' | 'return' | 'expiry' | 'reassign' }
    | { readonly step: 'archive'; readonly effect: RetireEffect }
    | Completing
  );

/** The step that the dialog asks about; null while it is closed. */
export const stepAsked = createStore<StepAsked | null>(null);
