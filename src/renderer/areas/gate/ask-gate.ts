import type { GateAnswer, GateHeld, GateQuestion } from '../../../contract/gate.ts';
import type { KitGateAnswer } from '../../../contract/kit-steps.ts';
import type { WayOut } from '../../../shared/vocabulary/ways-out.ts';
import { engine } from '../../base/engine-client.ts';
import { createStore } from '../../base/store.ts';

/** A question before something leaves. */
export type Asked = Omit<GateQuestion, 'code'>;

/** What the gate says to the person, and what their answer does. */
type GateTalk =
  | { readonly told: Asked; readonly answer: (goOn: boolean) => void }
  | { readonly told: GateHeld; readonly answer: () => void };

/** What is shown now; null while the gate has nothing to say. */
export const gateTalk = createStore<GateTalk | null>(null);

/**
 * Whether a version may leave on a way: asks the engine's gate, and the person where the gate wants to know. What is refused is said, with
 * what can be used in its place. Read as part of a kit (`kit`), that must be one which may leave. Throws wire errors.
 */
export async function askGate(version: string, way: WayOut, kit?: string): Promise<boolean> {
  if (kit !== undefined && !(await askGateOfKit(kit, way))) return false;
  const answer = await engine.gate.pass({ version, way });
  if (answer.verdict !== 'ask') return tell(answer);
  if (!(await ask(answer))) return false;
  return tell(await engine.gate.pass({ version, way, confirmed: true }));
}

/** Whether a kit may leave on a way; what is refused is said. What it holds passes the gate besides. Throws wire errors. */
export async function askGateOfKit(kit: string, way: WayOut): Promise<boolean> {
  return tellOfKit(await engine.kits.pass({ kit, way }));
}

/** Says what the gate has against a way that began before anybody could ask: a drag. */
export async function sayWhyNot(version: string, way: WayOut): Promise<void> {
  tell(await engine.gate.pass({ version, way }));
}

function tellOfKit(answer: KitGateAnswer): boolean {
  if (answer.verdict === 'allowed') return true;
  const { instead, ...held } = answer;
  // Which kit replaces it stands above the kit.
  const asset = instead !== undefined && 'asset' in instead ? { ...instead, named: true } : undefined;
  return tell({ ...held, ...(asset !== undefined && { instead: asset }) });
}

function tell(answer: GateAnswer): boolean {
  if (answer.verdict === 'refused') gateTalk.set({ told: answer, answer: () => gateTalk.set(null) });
  return answer.verdict === 'allowed';
}

/** Asks the person; a question that is open is answered by no. */
export function ask(told: Asked): Promise<boolean> {
  const before = gateTalk.get();
  if (before?.told.verdict === 'ask') before.answer(false);
  return new Promise((resolve) => {
    const answer = (goOn: boolean): void => {
      gateTalk.set(null);
      resolve(goOn);
    };
    gateTalk.set({ told, answer });
  });
}
