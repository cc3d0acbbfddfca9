import type { PlaceState } from '../../../../contract/hub.ts';
import { engine } from '../../../base/engine-client.ts';

/** A folder that was chosen, with what is in it; the grant stands for it once more. */
export type ChosenPlace = PlaceState & { readonly grant: string };

/** Lets one choose a folder and looks into it; null where one chose none. */
export async function choosePlace(): Promise<ChosenPlace | null> {
  const granted = await window.kitbag.chooseFolder();
  return granted === null ? null : engine.hub.look({ grant: granted.grant });
}
