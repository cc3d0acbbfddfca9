import { t } from '@lingui/core/macro';
import type { Dimension, DimensionEffect, DimensionInput } from '../../../contract/taxonomy.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { describeError, type WireProblem } from '../../base/wire-error.ts';

/** Changes of dimensions, each undoable. */

/** Adds or changes a dimension; answers what was wrong, to be shown next to the field. */
export async function saveDimension(input: DimensionInput, adds: boolean): Promise<WireProblem | null> {
  try {
    const { undo } = await engine.taxonomy.defineDimension(input);
    const { name } = input;
    showChanged({ message: adds ? t`‘${name}’ added.` : t`‘${name}’ changed.`, undo });
    return null;
  } catch (error) {
    return describeError(error);
  }
}

/** What retiring a dimension would take away; null where that can't be known, which was told. */
export async function effectOfDimension({ id }: Dimension): Promise<DimensionEffect | null> {
  try {
    return await engine.taxonomy.dimensionRetirement({ id });
  } catch (error) {
    showError(error);
    return null;
  }
}

/** Takes a dimension out of use, or back into it. What assets have of it stays. */
export async function retireDimension({ id, name }: Dimension, retired: boolean): Promise<void> {
  try {
    const { undo } = await engine.taxonomy.defineDimension({ id, name, retired });
    const message = retired
      ? t`‘${name}’ is retired: no longer offered, kept where it is used.`
      : t`‘${name}’ is offered again.`;
    showChanged({ message, undo });
  } catch (error) {
    showError(error);
  }
}

/** Moves a dimension one place. */
export async function moveDimension(live: readonly Dimension[], moved: Dimension, by: -1 | 1): Promise<void> {
  const from = live.indexOf(moved);
  const next = live.filter((dimension) => dimension !== moved);
  next.splice(from + by, 0, moved);
  try {
    const undo: (string | undefined)[] = [];
    for (const [at, { id, name, order }] of next.entries()) {
      if (order !== at + 1)
        undo.push((await engine.taxonomy.defineDimension({ id, name, order: at + 1 })).undo);
    }
    showChanged({ id: 'taxonomy-order', message: t`Order changed.`, undo });
  } catch (error) {
    showError(error);
  }
}
