import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { isPressed } from './keys/keys.ts';
import { performKey } from './keys/perform-key.ts';
import { useLatest } from './use-same.ts';

/** Something that lies over the screen and goes with Escape. */
type Layer = { readonly close: () => void };

/** The last one lies on top: Escape closes that one alone. */
const layers: Layer[] = [];

/** Lists, menus and calendars that the components bring along: they close themselves, whatever lies below stays. */
const OTHERS =
  '.mantine-Popover-dropdown:not([data-layer]), .mantine-Menu-dropdown, [role="listbox"], [aria-modal="true"]:not([data-layer] *)';

function othersOpen(): boolean {
  return [...document.querySelectorAll(OTHERS)].some((element) => element.checkVisibility());
}

/** Hears Escape for all layers, once for the whole page and before any screen does. */
export function listenForEscape(): void {
  let theirs = false;
  // They are gone by the time the key has come up to the document: whether they were open is asked first.
  window.addEventListener(
    'keydown',
    (event) => {
      theirs = layers.length > 0 && isPressed(event, ['Escape']) && othersOpen();
    },
    { capture: true },
  );
  document.addEventListener('keydown', (event) => {
    const top = layers.at(-1);
    if (top === undefined || theirs || event.defaultPrevented || event.isComposing) return;
    if (performKey(event, 'layer', { close: () => top.close() })) event.stopImmediatePropagation();
  });
}

/** Closes what is open with Escape. Give what is drawn `data-layer`, and switch off its own way to do so. */
export function useEscapeCloses(opened: boolean, close: () => void): void {
  const latest = useLatest(close);
  useEffect(() => {
    if (!opened) return;
    const layer: Layer = { close: () => latest.current() };
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [opened, latest]);
}

/** Closes what is open when the screen below it changes. */
export function useGoesWithScreen(opened: boolean, close: () => void): void {
  const screen = useRouterState({ select: ({ location }) => location.pathname });
  const latest = useLatest(close);
  const openedOn = useRef(screen);
  useEffect(() => {
    if (opened && openedOn.current !== screen) latest.current();
    openedOn.current = screen;
  }, [opened, screen, latest]);
}
