import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { type FromEngine, toEngineSchema } from './engine/engine-messages.ts';

// Proves the line until the engine's composition is there.
const router = { ping: os.handler(() => ({ pong: process.versions.node })) };
const handler = new RPCHandler(router);
const grants = new Map<string, readonly string[]>();

function tell(message: FromEngine): void {
  process.parentPort.postMessage(message);
}

process.parentPort.on('message', ({ data, ports }) => {
  const message = toEngineSchema.parse(data);
  const [port] = ports;
  if (message.kind === 'connect' && port) {
    handler.upgrade(port);
    port.start();
  }
  if (message.kind === 'grant') {
    const grant = crypto.randomUUID();
    grants.set(grant, message.paths);
    tell({ kind: 'granted', id: message.id, grant, count: message.paths.length });
  }
  if (message.kind === 'close') {
    tell({ kind: 'closed' });
    process.exit(0);
  }
});
tell({ kind: 'ready' });
