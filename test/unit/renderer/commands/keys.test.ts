import { describe, expect, it } from 'vitest';
import {
  isNamedKey,
  isPressed,
  type KeyPress,
  meantBy,
  typedBy,
} from '../../../../src/renderer/ui/keys/keys.ts';

type Held = { shift?: boolean; ctrl?: boolean; alt?: boolean; altGraph?: boolean };

/** A keystroke as the page hears it: what it types, where it lies, what is held. */
function press(key: string, code: string, held: Held = {}): KeyPress {
  const { shift = false, ctrl = false, alt = false, altGraph = false } = held;
  return {
    key,
    code,
    shiftKey: shift,
    // Windows says of AltGr that Ctrl and Alt are held.
    ctrlKey: ctrl || altGraph,
    altKey: alt || altGraph,
    metaKey: false,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
  };
}

const ctrl = { ctrl: true };
const shift = { shift: true };

describe('a sign is what is typed, wherever it lies', () => {
  it.each([
    ['US', press('/', 'Slash')],
    ['German', press('/', 'Digit7', shift)],
    ['Spanish', press('/', 'Digit7', shift)],
    ['French', press('/', 'Period', shift)],
    ['number pad', press('/', 'NumpadDivide')],
    ['Brazilian by AltGr', press('/', 'KeyQ', { altGraph: true })],
  ])('/ on a %s keyboard', (_layout, typed) => {
    expect(isPressed(typed, ['/'])).toBe(true);
  });

  it.each([
    ['German', press('7', 'Digit7')],
    ['German ß on the key of -', press('ß', 'Minus')],
    ['German - on the key of /', press('-', 'Slash')],
    ['US with Ctrl', press('/', 'Slash', ctrl)],
  ])('and not the key that has it elsewhere: %s', (_layout, typed) => {
    expect(isPressed(typed, ['/'])).toBe(false);
  });

  it('? is Shift+ß in Germany, Shift+/ in America and Shift+, in France', () => {
    for (const typed of [press('?', 'Minus', shift), press('?', 'Slash', shift), press('?', 'KeyM', shift)]) {
      expect(isPressed(typed, ['?'])).toBe(true);
    }
  });

  it.each([
    ['US with Shift', press('+', 'Equal', { ctrl: true, shift: true })],
    ['US without', press('=', 'Equal', ctrl)],
    ['German', press('+', 'BracketRight', ctrl)],
    ['French', press('=', 'Equal', ctrl)],
    ['number pad', press('+', 'NumpadAdd', ctrl)],
  ])('Ctrl and + on a %s keyboard', (_layout, typed) => {
    expect(isPressed(typed, ['Mod++', 'Mod+='])).toBe(true);
  });
});

describe('a digit', () => {
  const row = ['&', 'é', '"', "'", '('];

  it('is the key that types it, the one of the number pad, and the row of a keyboard that types signs there', () => {
    for (const [index, sign] of row.entries()) {
      const digit = String(index + 1);
      const code = `Digit${digit}`;
      expect(isPressed(press(digit, code), [digit])).toBe(true);
      expect(isPressed(press(digit, `Numpad${digit}`), [digit])).toBe(true);
      expect(isPressed(press(digit, code, shift), [digit])).toBe(true);
      expect(isPressed(press(sign, code), [digit])).toBe(true);
    }
  });

  it('is no sign that Shift types on its key', () => {
    expect(isPressed(press('!', 'Digit1', shift), ['1'])).toBe(false);
    expect(isPressed(press('/', 'Digit7', shift), ['7'])).toBe(false);
  });

  it('is not the key of the navigation pad without its lock', () => {
    expect(isPressed(press('End', 'Numpad1'), ['1'])).toBe(false);
  });

  it('with Ctrl is the row of every keyboard, up to 7', () => {
    for (const [index, sign] of [...row, '-', 'è'].entries()) {
      const digit = String(index + 1);
      expect(isPressed(press(digit, `Digit${digit}`, ctrl), [`Mod+${digit}`])).toBe(true);
      expect(isPressed(press(sign, `Digit${digit}`, ctrl), [`Mod+${digit}`])).toBe(true);
    }
  });

  it('gives way to the sign that is typed there, but not with Ctrl', () => {
    const meanings = [
      { keys: ['6', 'Mod+6'], means: 'six' },
      { keys: ['-', 'Mod+-'], means: 'minus' },
    ];
    expect(meantBy(press('-', 'Digit6'), meanings)).toBe('minus');
    expect(meantBy(press('-', 'Digit6', ctrl), meanings)).toBe('six');
    expect(meantBy(press('-', 'NumpadSubtract', ctrl), meanings)).toBe('minus');
  });
});

describe('a letter', () => {
  it('is one with and without capitals locked, but not with Shift', () => {
    expect(isPressed(press('c', 'KeyC'), ['c'])).toBe(true);
    expect(isPressed(press('C', 'KeyC'), ['c'])).toBe(true);
    expect(isPressed(press('C', 'KeyC', shift), ['c'])).toBe(false);
    expect(isPressed(press('X', 'KeyX', shift), ['Shift+X'])).toBe(true);
  });

  it('is where it is typed: A lies on Q in France', () => {
    expect(isPressed(press('a', 'KeyQ', ctrl), ['Mod+A'])).toBe(true);
    expect(isPressed(press('q', 'KeyA', ctrl), ['Mod+A'])).toBe(false);
  });

  it('is found by its place where the keyboard types no Latin letters', () => {
    expect(isPressed(press('л', 'KeyK', ctrl), ['Mod+K'])).toBe(true);
    expect(isPressed(press('ю', 'Period', ctrl), ['Mod+.'])).toBe(true);
    expect(isPressed(press('ö', 'Semicolon'), [';'])).toBe(false);
  });

  it('typed with AltGr is no command', () => {
    expect(isPressed(press('k', 'KeyK', { altGraph: true }), ['Mod+K'])).toBe(false);
    expect(typedBy(press('@', 'KeyQ', { altGraph: true }))).toBe('@');
  });
});

describe('named keys', () => {
  it('want exactly what is held', () => {
    expect(isPressed(press('F3', 'F3'), ['F3'])).toBe(true);
    expect(isPressed(press('F3', 'F3', shift), ['F3'])).toBe(false);
    expect(isPressed(press('ArrowLeft', 'ArrowLeft', { alt: true }), ['Alt+ArrowLeft'])).toBe(true);
    expect(isPressed(press(' ', 'Space'), ['Space'])).toBe(true);
  });
});

describe('typing', () => {
  it('is a character or an accent on its way, not a command, a named key or a space', () => {
    expect(typedBy(press('ü', 'BracketLeft'))).toBe('ü');
    expect(typedBy(press('Dead', 'Equal'))).toBe('');
    expect(typedBy(press('😀', ''))).toBe('😀');
    expect(typedBy(press('Enter', 'Enter'))).toBeNull();
    expect(typedBy(press(' ', 'Space'))).toBeNull();
    expect(typedBy(press('k', 'KeyK', ctrl))).toBeNull();
    expect([press('Enter', 'Enter'), press('😀', '')].map(isNamedKey)).toEqual([true, false]);
  });
});
