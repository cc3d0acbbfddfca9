import type { EngineStatus, ShellNotice } from '../../contract/shell.ts';
import { createStore, useStore } from './store.ts';

/** How the engine process is, as the shell tells it; and whether it had to be restarted. */
const status = createStore<EngineStatus>({ status: 'starting' });
const restarted = createStore(false);

/** Takes what the shell says of the engine; called once, when the page starts. */
export function hearEngineStatus(): void {
  window.kitbag.onNotice((notice: ShellNotice) => {
    if (notice.kind === 'engine-status') hear(notice.engine);
    if (notice.kind === 'engine-restarted') restarted.set(true);
  });
}

let heard = false;

function hear(engine: EngineStatus): void {
  heard = true;
  status.set(engine);
}

/** Takes how the engine was when the page asked for it: it may have failed before there was a page to tell. What was told meanwhile is newer. */
export function takeFirstStatus(engine: EngineStatus): void {
  if (!heard) status.set(engine);
}

/** The engine's state at the moment. */
export function useEngineStatus(): EngineStatus {
  return useStore(status);
}

/** True after a restart until it was acknowledged. */
export function useRestarted(): [boolean, () => void] {
  return [useStore(restarted), () => restarted.set(false)];
}
