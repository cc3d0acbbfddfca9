import { Gate } from './gate.ts';

/** Opens the gate; nobody has answered any of its questions yet. */
export function gatePart() {
  return { gate: new Gate() };
}
