import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

const startTimeoutMs = 10_000;

/** A virtual display: its name for `DISPLAY`, and how to end it. */
export type VirtualDisplay = { readonly display: string; readonly stop: () => void };

/** Whether this process could open a window. Windows and macOS always have a display of their own. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb on a free display number, of so many pixels and bits; undefined where Xvfb is not installed. */
export async function startVirtualDisplay(size = '1600x1000x24'): Promise<VirtualDisplay | undefined> {
  // Xvfb picks the number itself and writes it to the descriptor: no guessing, no race with another start.
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const missing = new Promise<undefined>((resolve) => server.once('error', () => resolve(undefined)));
  const announced = server.stdio[3];
  if (!isReadable(announced)) return undefined;
  const number = await Promise.race([firstLine(announced), missing, timeout()]);
  if (number === undefined) {
    server.kill();
    return undefined;
  }
  server.unref();
  return { display: `:${number}`, stop: () => server.kill() };
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}

function firstLine(stream: Readable): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(text.trim());
    });
    stream.once('end', () => resolve(undefined));
    stream.once('error', () => resolve(undefined));
  });
}

function timeout(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), startTimeoutMs).unref());
}
