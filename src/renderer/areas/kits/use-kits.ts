import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { KitChanges, KitDetail, KitEdit, KitSummary, NewKitItem } from '../../../contract/kits.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showDone, showError, showNotice, showUndo } from '../../base/undo-toast.ts';

/** All kits that one sees, one's own among them. */
export function useKits() {
  return useQuery(orpc.kits.list.queryOptions({ input: {} }));
}

/** A kit with what it holds. */
export function useKit(kit: string) {
  return useQuery(orpc.kits.get.queryOptions({ input: { kit } }));
}

/** Changes a kit and offers to take that back. Says whether it was done. */
export async function editKit(
  edit: Partial<KitEdit> & Pick<KitEdit, 'kit'>,
  message: string,
): Promise<boolean> {
  try {
    const { undo, change } = await engine.kits.edit(edit);
    const id = `kit-${edit.kit}`;
    if (change === undefined) showChanged({ message, undo, id });
    else showUndo({ message, id, undo: () => takeBackOwn(edit.kit, change) });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Takes back a change of one's own kit; where something was changed in it since, that is said. */
async function takeBackOwn(kit: string, change: string): Promise<void> {
  const { restored } = await engine.kits.restore({ kit, change });
  if (!restored) showNotice(t`You changed this kit since. Take back the later change first.`);
}

/** Makes a kit: of the hub where one may, else one's own. Answers its id. */
export async function makeKit(
  own: boolean,
  set: KitChanges & { readonly name: string },
  items: readonly NewKitItem[],
): Promise<string | undefined> {
  try {
    const { kit, undo } = await engine.kits.create({ own, set, items: [...items] });
    showChanged({ message: t`Made “${{ name: set.name }}”.`, undo });
    return kit;
  } catch (error) {
    showError(error);
    return undefined;
  }
}

/** Puts a kit away; one of one's own is thrown away, until one takes that back. */
export async function putAway({ id, own, name }: KitSummary): Promise<boolean> {
  try {
    if (own) {
      await engine.kits.discard({ kit: id });
      showUndo({ message: t`Deleted “${name}”.`, undo: () => engine.kits.restore({ kit: id }) });
      return true;
    }
    const { undo } = await engine.kits.archive({ kits: [id] });
    showChanged({ message: t`Archived “${name}”.`, undo });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Keeps what a kit holds on this device, or no longer. */
export async function pinKit({ id, name }: KitSummary, pinned: boolean): Promise<void> {
  try {
    await engine.kits.pin({ kit: id, pinned });
    showUndo({
      message: pinned ? t`“${name}” is kept on this device.` : t`“${name}” is no longer kept on this device.`,
      undo: () => engine.kits.pin({ kit: id, pinned: !pinned }),
    });
  } catch (error) {
    showError(error);
  }
}

/** Says how useful a kit was; null takes that back. */
export async function rateKit(
  kit: Pick<KitDetail, 'id' | 'mine'>,
  rating: { readonly value: number; readonly stage?: string; readonly persona?: string } | null,
): Promise<void> {
  try {
    const { undo } = await engine.kits.rate({ kit: kit.id, rating });
    showChanged({
      message: rating === null ? t`Rating withdrawn.` : t`Rated ${{ value: rating.value }} of 5.`,
      undo,
      id: `rate-${kit.id}`,
    });
  } catch (error) {
    showError(error);
  }
}

/** Proposes a kit of one's own to marketing. */
export async function proposeKit({ id, name }: KitSummary): Promise<void> {
  try {
    await engine.kits.propose({ kit: id });
    showDone(t`Proposed “${name}”. Marketing sees it now.`);
  } catch (error) {
    showError(error);
  }
}
