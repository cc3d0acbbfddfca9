import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Server } from './bucket-for-tests.ts';
import { answerOf, type OldList } from './old-list.ts';

/** A request as it came by. */
export type Passed = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly status: number;
};

/** What happens to one request instead of the usual. */
export type Fault =
  /** The store never sees it; this is the answer. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly code?: string;
      readonly headers?: Record<string, string>;
    }
  /** The connection ends before anything is sent on. */
  | { readonly kind: 'reset' }
  /** The store does it, and the answer is lost. */
  | { readonly kind: 'lose-answer' }
  /** The connection ends after so many bytes of the answer's body, although all were announced. */
  | { readonly kind: 'cut'; readonly after: number }
  /** So many bytes come, and then nothing more, without an end. */
  | { readonly kind: 'stall'; readonly after: number }
  /** A list of a while ago, of not more than so many names where `forgetsAfter` is set, without a word of the rest. */
  | { readonly kind: 'old-list'; readonly of: OldList; readonly forgetsAfter?: number };

type Waiting = {
  readonly times: number;
  readonly fits: (method: string, url: URL) => boolean;
  readonly fault: Fault;
};

/** Stands before a server of buckets and disturbs what is asked of it. */
export type FaultProxy = S3Server & {
  /** All requests that came by, in their order. */
  readonly passed: Passed[];
  /** Disturbs the next requests that fit. */
  disturb(fault: Fault, fits?: (method: string, url: URL) => boolean, times?: number): void;
  /** Ends what still waits to disturb. */
  calm(): void;
  stop(): Promise<void>;
};

/** Starts a proxy before a server. The name of the host goes through unchanged: it is signed. */
export async function startFaultProxy(server: S3Server): Promise<FaultProxy> {
  const passed: Passed[] = [];
  let waiting: Waiting[] = [];
  const take = (method: string, url: URL): Fault | undefined => {
    const found = waiting.find(({ fits }) => fits(method, url));
    if (found === undefined) return undefined;
    const rest = found.times > 1 ? [{ ...found, times: found.times - 1 }] : [];
    waiting = waiting.flatMap((one) => (one === found ? rest : [one]));
    return found.fault;
  };
  const proxy = createServer((incoming, answer) => {
    void handle(server, incoming, answer, take, passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    ...server,
    endpoint: `http://127.0.0.1:${port}`,
    passed,
    disturb: (fault, fits = () => true, times = 1) => {
      waiting.push({ fault, fits, times });
    },
    calm: () => {
      waiting = [];
    },
    stop: () => {
      proxy.closeAllConnections();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}

async function handle(
  server: S3Server,
  incoming: IncomingMessage,
  answer: ServerResponse,
  take: (method: string, url: URL) => Fault | undefined,
  passed: Passed[],
): Promise<void> {
  const { method = 'GET', headers } = incoming;
  const url = new URL(incoming.url ?? '/', server.endpoint);
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const fault = take(method, url);
  const note = (status: number) =>
    passed.push({ method, path: url.pathname, query: url.searchParams, headers, body, status });
  if (fault?.kind === 'reset') {
    note(0);
    answer.destroy();
    return;
  }
  if (fault?.kind === 'answer') {
    note(fault.status);
    const xml = fault.code === undefined ? '' : `<Error><Code>${fault.code}</Code></Error>`;
    answer.writeHead(fault.status, {
      'x-amz-request-id': '1',
      'content-length': xml.length,
      ...fault.headers,
    });
    answer.end(method === 'HEAD' ? undefined : xml);
    return;
  }
  if (fault?.kind === 'old-list') {
    note(200);
    answer.writeHead(200, { 'content-type': 'application/xml' });
    answer.end(answerOf(fault.of, url.searchParams, fault.forgetsAfter));
    return;
  }
  const passedOn = request(url, { method, headers }, (reply) => {
    note(reply.statusCode ?? 0);
    void send(reply, answer, fault);
  });
  passedOn.on('error', () => answer.destroy());
  passedOn.end(body);
}

async function send(reply: IncomingMessage, answer: ServerResponse, fault: Fault | undefined): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of reply) pieces.push(piece);
  const body = Buffer.concat(pieces);
  if (fault?.kind === 'lose-answer') {
    answer.destroy();
    return;
  }
  answer.writeHead(reply.statusCode ?? 502, reply.headers);
  if (fault?.kind !== 'cut' && fault?.kind !== 'stall') {
    answer.end(body);
    return;
  }
  answer.write(body.subarray(0, fault.after), () => {
    if (fault.kind === 'cut') setImmediate(() => answer.destroy());
  });
}
