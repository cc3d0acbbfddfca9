import type { RunningKitbag } from './launch.ts';

/** A key as a keyboard of some country sends it: what it types, and where it lies. */
export type TypedKey = {
  readonly key: string;
  readonly code: string;
  readonly shift?: boolean;
  readonly ctrl?: boolean;
};

/** Presses a key of any keyboard layout: what the system sends for it, not what an American keyboard would. */
export async function pressTyped(kitbag: RunningKitbag, typed: TypedKey): Promise<void> {
  const { key, code, shift = false, ctrl = false } = typed;
  const session = await kitbag.window.context().newCDPSession(kitbag.window);
  const modifiers = (shift ? 8 : 0) + (ctrl ? 2 : 0);
  const written = key.length === 1 && !ctrl ? { text: key, unmodifiedText: key } : {};
  await session.send('Input.dispatchKeyEvent', {
    type: key.length === 1 && !ctrl ? 'keyDown' : 'rawKeyDown',
    modifiers,
    key,
    code,
    ...written,
  });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers, key, code });
  await session.detach();
}
