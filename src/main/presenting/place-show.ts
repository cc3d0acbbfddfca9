import type { Rectangle } from '../window/window-bounds.ts';

/** A display as presenting needs it. */
type ShowDisplay = { readonly id: number; readonly bounds: Rectangle };

/** Which display the pages are shown on, and which the notes; none where there is only one. */
type Placed<Display> = { readonly audience: Display; readonly presenter: Display | undefined };

/**
 * Where a presentation is shown: on the display that is wanted, else on another one than that of the window; the notes where the window is, else on
 * any other. With one display there is no place for notes. Undefined where there is no display at all.
 */
export function placeShow<Display extends ShowDisplay>(
  displays: readonly Display[],
  wanted: number | null,
  windowOn: number,
): Placed<Display> | undefined {
  const audience =
    displays.find(({ id }) => id === wanted) ?? displays.find(({ id }) => id !== windowOn) ?? displays[0];
  if (audience === undefined) return undefined;
  const others = displays.filter(({ id }) => id !== audience.id);
  return { audience, presenter: others.find(({ id }) => id === windowOn) ?? others[0] };
}
