import { createORPCClient, DynamicLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../contract/contract.ts';
import { enginePortMessage } from '../../contract/shell-channels.ts';
import { createStore } from './store.ts';
import { takeFirstStatus } from './use-engine-status.ts';

/**
 * The way to the engine. The port comes as a message after `connectEngine()` and again after every restart of the engine process;
 * calls that are made while there is none wait for it.
 */

type Link = RPCLink<Record<never, never>>;
type Waiting = { readonly promise: Promise<Link>; readonly resolve: (link: Link) => void };

let waiting: Waiting = nothingYet();

function nothingYet(): Waiting {
  let settle: ((link: Link) => void) | undefined;
  const promise = new Promise<Link>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (link) => settle?.(link) };
}

/** Counts the ports that were given: whoever depends on a connection begins again when it changes. 0 before the first. */
export const connection = createStore(0);

function adopt(port: MessagePort): void {
  const link = new RPCLink({ port });
  port.start();
  const mine = nothingYet();
  mine.resolve(link);
  waiting.resolve(link);
  waiting = mine;
  port.addEventListener('close', () => {
    if (waiting === mine) waiting = nothingYet();
  });
  connection.set(connection.get() + 1);
}

/** Listens for ports and asks the shell for the first one. Called once, when the page starts. */
export function connectToEngine(): void {
  window.addEventListener('message', (event: MessageEvent) => {
    if (event.source !== window || event.data !== enginePortMessage) return;
    const port = event.ports[0];
    if (port !== undefined) adopt(port);
  });
  window.kitbag
    .connectEngine()
    .then(takeFirstStatus)
    .catch((error: unknown) => console.error('The shell did not answer.', error));
}

const link = new DynamicLink<Record<never, never>>(() => waiting.promise);

/** Everything that the engine can do, typed by the contract. */
export const engine: ContractRouterClient<Contract> = createORPCClient(link);

/** The same as options for TanStack Query: `orpc.assets.get.queryOptions({ input })`. */
export const orpc: RouterUtils<typeof engine> = createTanstackQueryUtils(engine);
