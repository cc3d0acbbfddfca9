import { createServer, request, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { S3Server } from './bucket-for-tests.ts';

/** A way to a store that can be taken away and given back, as a network is. */
export class UnpluggedProxy {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  private constructor(target: string) {
    this.#target = new URL(target);
  }

  /** Opens a way to a server. */
  static async to(server: S3Server): Promise<UnpluggedProxy> {
    const proxy = new UnpluggedProxy(server.endpoint);
    await proxy.plugIn();
    return proxy;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Gives the network back, at the same address. */
  async plugIn(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer((incoming, answer) => {
      const { method, url, headers } = incoming;
      const { hostname, port } = this.#target;
      const outgoing = request({ hostname, port, method, path: url, headers }, (from) => {
        answer.writeHead(from.statusCode ?? 502, from.headers);
        from.pipe(answer);
      });
      outgoing.on('error', () => answer.destroy());
      incoming.pipe(outgoing);
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Takes the network away, also from what is under way. */
  async unplug(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
