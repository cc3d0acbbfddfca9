import type { GateAnswer, GateHeld, GateQuestion } from '../../../contract/gate.ts';
import type { WayOut } from '../../../shared/vocabulary/ways-out.ts';
import { engine } from '../../base/engine-client.ts';
import { createStore } from '../../base/store.ts';

/** A question before something leaves. */
export type Asked = Omit<GateQuestion, 'code'>;

/** What the gate says to the person, and what their answer does. */
export type GateTalk =
  | { readonly says: Asked; readonly answer: (goOn: boolean) => void }
  | { readonly says: GateHeld; readonly answer: () => void };

/** What is shown now; null while the gate has nothing to say. */
export const gateTalk = createStore<GateTalk | null>(null);

/**
 * Whether a version may leave on a way: asks the engine's gate, and the person where the gate wants to know. What is refused is said, with
 * what can be used in its place. Throws wire errors.
 */
export async function askGate(version: string, way: WayOut): Promise<boolean> {
  const answer = await engine.gate.pass({ version, way });
  if (answer.verdict !== 'ask') return told(answer);
  if (!(await ask(answer))) return false;
  return told(await engine.gate.pass({ version, way, confirmed: true }));
}

/** Says what the gate has against a way that began before anybody could ask: a drag. */
export async function sayWhyNot(version: string, way: WayOut): Promise<void> {
  told(await engine.gate.pass({ version, way }));
}

function told(answer: GateAnswer): boolean {
  if (answer.verdict === 'refused') gateTalk.set({ says: answer, answer: () => gateTalk.set(null) });
  return answer.verdict === 'allowed';
}

/** Asks the person; a question that is open is answered by no. */
export function ask(says: Asked): Promise<boolean> {
  const before = gateTalk.get();
  if (before?.says.verdict === 'ask') before.answer(false);
  return new Promise((resolve) => {
    const answer = (goOn: boolean): void => {
      gateTalk.set(null);
      resolve(goOn);
    };
    gateTalk.set({ says, answer });
  });
}
