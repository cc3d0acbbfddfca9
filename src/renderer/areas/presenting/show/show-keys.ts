import { useLayoutEffect } from 'react';
import type { Presentation } from '../../../../contract/presentation.ts';
import { bindingsOf } from '../../../ui/keys/key-map.ts';
import { isPressed, typedBy } from '../../../ui/keys/keys.ts';
import { performKey } from '../../../ui/keys/perform-key.ts';
import { useLatest } from '../../../ui/use-same.ts';
import { steer, typed } from './show-store.ts';
import { slideMeant, typedOn } from './typed.ts';

/** Jumps to what was typed. Nothing is shown of it on the audience's display. */
function jump({ show, state }: Presentation): void {
  const at = slideMeant(show.slides, state.at, typed.get());
  typed.set('');
  if (at !== undefined) steer({ to: 'go', at });
}

function turn(by: 1 | -1): void {
  typed.set('');
  steer({ to: 'turn', by });
}

/** What a key does while somebody types a number or a word: it belongs to that. True where it did. */
function typesOn(event: KeyboardEvent): boolean {
  const before = typed.get();
  const character = isPressed(event, ['Space']) && before !== '' ? ' ' : typedBy(event);
  const begins = character !== null && /[\p{L}\p{N}/]/u.test(character);
  if (character === null || character === '' || (before === '' && !begins)) return false;
  // A number goes on with numbers only: a word is another thing.
  if (/^\d+$/.test(before) && !/\d/.test(character)) return false;
  typed.set(typedOn(before, character));
  return true;
}

function heard(event: KeyboardEvent, now: Presentation): boolean {
  const typing = typed.get() !== '';
  if (typing && isPressed(event, ['Backspace'])) {
    typed.set(typed.get().slice(0, -1));
    return true;
  }
  // Letters of keys are letters of a word that was begun.
  if (typing && typesOn(event)) return true;
  const last = now.show.slides.length - 1;
  const handled = performKey(event, 'presenting', {
    next: () => turn(1),
    previous: () => turn(-1),
    first: () => steer({ to: 'go', at: 0 }),
    last: () => steer({ to: 'go', at: last }),
    go: typing ? () => jump(now) : () => turn(1),
    black: () => steer({ to: 'black' }),
    laser: () => undefined,
    swap: now.state.canSwap ? () => steer({ to: 'swap' }) : null,
    end: typing ? () => typed.set('') : () => steer({ to: 'end' }),
  });
  return handled || typesOn(event);
}

/** The keys of a presentation, the same in both of its windows. A button that has the focus keeps Space and Enter. */
export function useShowKeys(now: Presentation): void {
  const latest = useLatest(now);
  // With the very frame that shows it: a key that is pressed then turns its pages already.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const onButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
      if (onButton && typed.get() === '' && isPressed(event, ['Space', 'Enter'])) return;
      if (!heard(event, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [latest]);
}

/** Points where the mouse is on a page for as long as the laser's key is held. */
export function useLaser(page: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    let held = false;
    let mouse = { x: -1, y: -1 };
    let due = 0;
    const tell = (): void => {
      due = 0;
      const box = page.current?.getBoundingClientRect();
      if (!held || box === undefined || box.width === 0) return;
      const point = { x: (mouse.x - box.left) / box.width, y: (mouse.y - box.top) / box.height };
      const on = point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1;
      steer({ to: 'point', point: on ? point : null });
    };
    const soon = (): void => {
      if (due === 0) due = requestAnimationFrame(tell);
    };
    const move = ({ clientX, clientY }: MouseEvent): void => {
      mouse = { x: clientX, y: clientY };
      if (held) soon();
    };
    const down = (event: KeyboardEvent): void => {
      if (event.repeat || typed.get() !== '' || !isPressed(event, bindingsOf('presenting').laser?.keys ?? []))
        return;
      held = true;
      soon();
    };
    const up = (event: KeyboardEvent | FocusEvent): void => {
      if (!held || (event instanceof KeyboardEvent && !isLaser(event))) return;
      held = false;
      steer({ to: 'point', point: null });
    };
    const isLaser = (event: KeyboardEvent): boolean =>
      isPressed(event, bindingsOf('presenting').laser?.keys ?? []);
    window.addEventListener('mousemove', move);
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    window.addEventListener('blur', up);
    return () => {
      cancelAnimationFrame(due);
      window.removeEventListener('mousemove', move);
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
      window.removeEventListener('blur', up);
    };
  }, [page]);
}
