/**
 * Which keystroke means what. Keys go by what is typed, not by where they lie: `/` is Shift+7 on a German keyboard. Where a layout types
 * no digit (AZERTY, Czech) or no Latin letter (Cyrillic, Greek), the key's place counts instead.
 */

/** What a keystroke says of itself; the page's events and React's both do. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState?(name: 'AltGraph'): boolean;
};

type Held = { readonly mod: boolean; readonly alt: boolean; readonly shift: boolean };
type Wanted = Held & { readonly key: string };

/** How well a keystroke fits: not at all, by its place, by what it types, or by its place where that goes first. */
type Fit = 0 | 1 | 2 | 3;

const modifiers = /^((?:(?:Mod|Alt|Shift)\+)*)(.+)$/;
const places: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '=': 'Equal',
  '-': 'Minus',
};

/** Reads keys as they are written: `Mod+Shift+R`, `Mod++`, `/`, `ArrowDown`, `Space`. Throws where nothing is named. */
function read(keys: string): Wanted {
  const [, held, key] = modifiers.exec(keys) ?? [];
  if (held === undefined || key === undefined) throw new Error(`No key is called '${keys}'.`);
  return { mod: held.includes('Mod'), alt: held.includes('Alt'), shift: held.includes('Shift'), key };
}

/** AltGr is Ctrl and Alt to Windows; to people it is how a sign is typed. */
function heldWith(press: KeyPress): Held {
  const sign = press.getModifierState?.('AltGraph') === true;
  return {
    mod: !sign && (press.ctrlKey || press.metaKey),
    alt: !sign && press.altKey,
    shift: press.shiftKey,
  };
}

function isForeignLetter(key: string): boolean {
  return /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
}

/** How well a keystroke fits keys as they are written. */
function fitOf(press: KeyPress, keys: string): Fit {
  const wanted = read(keys);
  const held = heldWith(press);
  if (held.mod !== wanted.mod || held.alt !== wanted.alt) return 0;
  if (wanted.key.length > 1) {
    const key = wanted.key === 'Space' ? ' ' : wanted.key;
    return press.key === key && held.shift === wanted.shift ? 2 : 0;
  }
  if (/[0-9]/.test(wanted.key)) return fitOfDigit(press, wanted, held);
  if (/[a-z]/i.test(wanted.key)) {
    if (held.shift !== wanted.shift) return 0;
    if (press.key.toLowerCase() === wanted.key.toLowerCase()) return 2;
    return isForeignLetter(press.key) && press.code === `Key${wanted.key.toUpperCase()}` ? 1 : 0;
  }
  // A sign: whether it takes Shift is the keyboard's business.
  if (press.key === wanted.key) return 2;
  return isForeignLetter(press.key) && press.code === places[wanted.key] && !held.shift ? 1 : 0;
}

/**
 * A digit may take Shift (French), or lie on the number pad. The row's key counts without Shift too; with Ctrl before the sign that
 * it types, as in browsers.
 */
function fitOfDigit(press: KeyPress, wanted: Wanted, held: Held): Fit {
  if (press.key === wanted.key) return 2;
  const here = press.code === `Digit${wanted.key}` && !held.shift && !/^[0-9]$/.test(press.key);
  return here ? (wanted.mod ? 3 : 1) : 0;
}

/** Whether a keystroke is one of these keys. */
export function isPressed(press: KeyPress, keys: readonly string[]): boolean {
  return keys.some((key) => fitOf(press, key) > 0);
}

/** What a keystroke means: the first of those whose keys fit best; undefined where none does. */
export function meantBy<Meaning>(
  press: KeyPress,
  meanings: readonly { readonly keys: readonly string[]; readonly means: Meaning }[],
): Meaning | undefined {
  let best: { readonly fit: Fit; readonly means: Meaning } | undefined;
  for (const { keys, means } of meanings) {
    for (const key of keys) {
      const fit = fitOf(press, key);
      if (fit > (best?.fit ?? 0)) best = { fit, means };
    }
  }
  return best?.means;
}

/** What a keystroke writes: a character, or '' for an accent that waits for its letter; null where it writes nothing. A space begins nothing. */
export function typedBy(press: KeyPress): string | null {
  const { mod, alt } = heldWith(press);
  if (mod || alt || press.key === ' ') return null;
  if (press.key === 'Dead') return '';
  return isOneCharacter(press.key) ? press.key : null;
}

/** Whether a keystroke is named for what it does, as `Enter`, not for a character. */
export function isNamedKey({ key }: Pick<KeyPress, 'key'>): boolean {
  return !isOneCharacter(key);
}

function isOneCharacter(key: string): boolean {
  return [...key].length === 1;
}

const textless = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether a keystroke there writes text or chooses by its first letters: plain keys are letters then. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !textless.includes(target.type);
  return target.isContentEditable || target.closest('textarea, select, [role="combobox"]') !== null;
}

/** Whether something that lies over the screen has the keys: a dialog, a menu, a list of choices; a toast has none. */
export function isCovered(target: EventTarget | null): boolean {
  return (
    document.querySelector('[aria-modal="true"]') !== null ||
    (target instanceof Element &&
      target.closest('[role="alert"]') === null &&
      target.closest('[data-portal], [role="dialog"], [role="menu"]') !== null)
  );
}

/** Whether keys work while one writes: those that write nothing and do not move in what is written. */
export function worksWhileTyping(keys: string): boolean {
  return /^(?:Mod|Alt)\+/.test(keys) || /^F\d+$/.test(keys);
}
