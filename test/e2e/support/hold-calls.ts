import type { Page } from '@playwright/test';

/**
 * Holds back what a window sends to its engine, from the first call of a procedure on, as if the answer took as long as the test wants.
 * The result sends it, in order.
 */
export async function holdCalls(window: Page, procedure: string): Promise<() => Promise<void>> {
  const release = await window.evaluateHandle((name) => {
    const send = MessagePort.prototype.postMessage;
    const held: (() => void)[] = [];
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, more?: unknown) {
      const now = () => send.call(this, message, more as StructuredSerializeOptions);
      const text = typeof message === 'string' ? message : JSON.stringify(message);
      if (held.length === 0 && !text.includes(name)) now();
      else held.push(now);
    };
    return () => {
      MessagePort.prototype.postMessage = send;
      for (const one of held.splice(0)) one();
    };
  }, procedure);
  return () => release.evaluate((run) => run());
}
