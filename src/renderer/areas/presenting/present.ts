import type { DisplayChoice } from '../../../contract/presentation.ts';
import type { LeftOut, ToPresent } from '../../../contract/presenting.ts';
import { say } from '../../../words/say.ts';
import { engine } from '../../base/engine-client.ts';
import { createStore } from '../../base/store.ts';
import { showError, showNotice } from '../../base/undo-toast.ts';
import { askGate, askGateOfKit } from '../gate/ask-gate.ts';

/** What is asked before a presentation begins: on which display, and whether to go on without what can't be shown. */
type Asked = {
  readonly ticket: string;
  readonly pages: number;
  readonly left: readonly LeftOut[];
  readonly displays: readonly DisplayChoice[];
  /** The display that is proposed. */
  readonly display: number | null;
};

/** What is asked now; null where nothing is. */
export const presentAsked = createStore<Asked | null>(null);

/** Presents something, if the gate lets it be shown: asks before, where there is something to ask. */
export function present(what: ToPresent, version?: string): void {
  begin(what, version).catch(showError);
}

async function begin(what: ToPresent, version: string | undefined): Promise<void> {
  // What is refused, or asked about, is said as on every way out; the engine decides again whatever is answered here.
  if ('asset' in what) {
    if (version !== undefined && !(await askGate(version, 'present', what.kit))) return;
  } else if ('kit' in what && !(await askGateOfKit(what.kit, 'present'))) return;
  const { ticket, pages, left } = await engine.presenting.prepare({ what });
  const { displays, chosen } = await window.kitbag.displays();
  const other = displays.find(({ here }) => !here) ?? displays[0];
  const display = chosen ?? other?.id ?? null;
  if (left.length > 0 || (displays.length > 1 && chosen === null))
    presentAsked.set({ ticket, pages, left, displays, display });
  else await startOn(ticket, null);
}

/** Begins what was made ready. */
export async function startOn(ticket: string, display: number | null): Promise<void> {
  const outcome = await window.kitbag.startPresenting({ ticket, display });
  if (outcome.status !== 'done') showNotice(say(outcome.says));
}
