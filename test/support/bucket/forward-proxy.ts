import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy as networks have them: takes whole addresses of plain http, and opens no tunnel. */
export type ForwardProxy = {
  readonly address: string;
  /** What was asked of it: `GET http://…`, `CONNECT host:port`. */
  readonly asked: string[];
  stop(): Promise<void>;
};

/** Starts a proxy that hands every request on to one server, whatever host it names. */
export async function startForwardProxy(target: string): Promise<ForwardProxy> {
  const { hostname, port: targetPort } = new URL(target);
  const asked: string[] = [];
  const server = createServer((incoming, answer) => {
    const { method = 'GET', url = '/', headers } = incoming;
    asked.push(`${method} ${url}`);
    const { pathname, search } = new URL(url, target);
    const to = { hostname, port: targetPort, method, path: `${pathname}${search}` };
    const outgoing = request(
      { ...to, headers: { ...headers, host: `${hostname}:${targetPort}` } },
      (from) => {
        answer.writeHead(from.statusCode ?? 502, from.headers);
        from.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  server.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
