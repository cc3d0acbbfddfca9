import { plural, t } from '@lingui/core/macro';
import type { VariantView } from '../../../contract/assets.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { editionName } from '../../ui/variant-words.ts';

/** What one does with language editions: each is taken back from its toast. */

/** `follows`: the number of the original’s version that they have in their language; absent: the current one, null: nobody knows. */
type Link = {
  readonly assets: readonly string[];
  readonly of: string;
  /** `of` becomes the original of them all. */
  readonly asOriginal: boolean;
  readonly follows?: number | null;
};

/** Makes assets language editions of an original. Says whether it was done. */
export async function linkEditions({ assets, ...link }: Link): Promise<boolean> {
  return change(
    () => engine.variants.link({ assets: [...assets], ...link }),
    plural(assets.length + 1, { one: 'Linked # language version.', other: 'Linked # language versions.' }),
  );
}

/** Makes an edition an asset of its own again. */
export function unlinkEdition(variant: VariantView): Promise<boolean> {
  return change(
    () => engine.variants.unlink({ assets: [variant.asset] }),
    t`Unlinked ‘${{ title: variant.title }}’ from its other languages.`,
  );
}

/** Says that an edition has what the original’s current version says. */
export function bringInStep(variant: Pick<VariantView, 'asset' | 'language' | 'title'>): Promise<boolean> {
  return change(
    () => engine.variants.follow({ asset: variant.asset }),
    t`${{ edition: editionName(variant) }} is up to date with the original.`,
  );
}

async function change(
  work: () => Promise<{ readonly undo?: string | undefined }>,
  message: string,
): Promise<boolean> {
  try {
    const { undo } = await work();
    showChanged({ message, undo });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}
