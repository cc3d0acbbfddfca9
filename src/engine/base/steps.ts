import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { CancellationSource } from './cancellation-source.ts';

/** Runs a task that tells of its steps, and yields them; the task's own end or error ends the steps. Steps that come while nobody asks are skipped but for the last. */
export async function* stepsOf<Step>(
  task: (tell: (step: Step) => void) => Promise<void>,
): AsyncGenerator<Step, void> {
  let latest: { readonly step: Step } | undefined;
  let wake: () => void = () => undefined;
  let ended = false;
  const running = task((step) => {
    latest = { step };
    wake();
  }).finally(() => {
    ended = true;
    wake();
  });
  // Its error is thrown below, where somebody listens; here it must not count as unheard.
  running.catch(() => undefined);
  while (!ended || latest !== undefined) {
    if (latest === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    const { step } = latest;
    latest = undefined;
    yield step;
  }
  await running;
}

/** The same of a task that can be cancelled: it is when `signal` says so, and when whoever listened stops. */
export async function* cancellableSteps<Step>(
  task: (tell: (step: Step) => void, signal: Cancellation) => Promise<void>,
  signal?: Cancellation,
): AsyncGenerator<Step, void> {
  const cancel = new CancellationSource();
  const stop = (): void => cancel.cancel();
  signal?.addEventListener('abort', stop);
  try {
    yield* stepsOf<Step>((tell) => task(tell, cancel.signal));
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
