/**
 * The focus never falls to nobody: keys would go nowhere, and a screen reader would begin at the top. Whatever had it and went (a row
 * that was deleted, a toast, a button that is busy, a screen that was left) is followed by what stands in its place.
 */

/** Longer than a closing dialog takes to give the focus back itself (10 ms). */
const PATIENCE_MS = 40;
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex], [contenteditable="true"]';

const OVER = '[role="dialog"], [role="menu"], [role="alert"]';

/** Where an element stood: its ancestors, each with its place among its siblings. */
type Trail = {
  readonly element: HTMLElement;
  readonly steps: readonly { readonly parent: Element; readonly index: number; readonly nth: number }[];
  /** The dialog, menu or toast over the screen that it belongs to. */
  readonly over: Element | null;
  /** The screen that it belongs to, and what that was called. */
  readonly screen: { readonly element: HTMLElement; readonly name: string | undefined } | null;
};

function focusablesIn(element: Element): HTMLElement[] {
  const all = [element, ...element.querySelectorAll(FOCUSABLE)];
  return all.filter((found): found is HTMLElement => found instanceof HTMLElement && canFocus(found));
}

function canFocus(element: HTMLElement): boolean {
  return element.matches(`:is(${FOCUSABLE}):not(:disabled)`) && element.checkVisibility();
}

function trailOf(element: HTMLElement): Trail {
  const steps: { parent: Element; index: number; nth: number }[] = [];
  let child: Element = element;
  for (let parent = child.parentElement; parent !== null; parent = child.parentElement) {
    const nth = [...child.querySelectorAll(FOCUSABLE)].indexOf(element);
    steps.push({ parent, index: [...parent.children].indexOf(child), nth });
    if (parent.id === 'main' || parent === document.body) break;
    child = parent;
  }
  const screen = element.closest<HTMLElement>('[data-screen]');
  return {
    element,
    steps,
    over: element.closest(OVER),
    screen: screen && { element: screen, name: screen.dataset.screen },
  };
}

/** What stands where something stood: in the same row's place, else beside it, else around it. */
function successorOf({ element, steps, screen }: Trail): HTMLElement | null {
  // Another screen has nothing in the same place: who comes there begins with the screen, and lists know where one was.
  const left =
    screen !== null && (!screen.element.isConnected || screen.element.dataset.screen !== screen.name);
  for (const { parent, index, nth } of left ? [] : steps) {
    if (!parent.isConnected || parent === document.body || parent.id === 'main') continue;
    if (!element.isConnected) {
      for (const sibling of [parent.children[index], parent.children[index - 1]]) {
        if (sibling === undefined) continue;
        // Another part of the screen has nothing like it in the same place: a key meant for the one must not act in the other.
        const heading = headingOf(sibling);
        if (heading !== null) return heading;
        const found = focusablesIn(sibling);
        const same = found[Math.min(Math.max(nth, 0), found.length - 1)];
        if (same !== undefined) return same;
      }
    }
    if (parent instanceof HTMLElement && canFocus(parent)) return parent;
  }
  return document.querySelector<HTMLElement>('[data-screen]') ?? document.getElementById('main');
}

/** The heading that a part of a screen begins with, where that may have the focus. */
function headingOf(part: Element): HTMLElement | null {
  return part.matches('section') ? part.querySelector<HTMLElement>(':scope > :is(h2, h3)[tabindex]') : null;
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Looks after the focus for as long as the page stands. */
export function keepFocus(): void {
  /** The last on the screen itself, and the last of all. */
  let below: Trail | null = null;
  let last: Trail | null = null;
  let waiting: { readonly element: HTMLElement; readonly standIn: Element | null } | null = null;
  let due = false;

  const restore = (): void => {
    due = false;
    if (!isNowhere() || !document.hasFocus() || last === null) return;
    const closed = last.over !== null && !last.over.isConnected;
    const from = closed && below !== null ? below : last;
    if (from !== last && from.element.isConnected && canFocus(from.element)) {
      from.element.focus({ preventScroll: true });
      return;
    }
    const { element } = from;
    successorOf(from)?.focus({ preventScroll: true });
    // Busy for a moment: who pressed it goes on there.
    if (element.isConnected && element.matches(':disabled'))
      waiting = { element, standIn: document.activeElement };
  };
  const soon = (): void => {
    if (due) return;
    due = true;
    setTimeout(restore, PATIENCE_MS);
  };
  const look = (): void => {
    if (waiting !== null && (!waiting.element.isConnected || canFocus(waiting.element))) {
      const { element, standIn } = waiting;
      waiting = null;
      if (element.isConnected && document.activeElement === standIn) element.focus({ preventScroll: true });
    }
    if (isNowhere()) soon();
  };

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target !== waiting?.standIn) waiting = null;
    last = trailOf(target);
    if (last.over === null) below = last;
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget === null) soon();
  });
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'data-disabled'],
  });
}
