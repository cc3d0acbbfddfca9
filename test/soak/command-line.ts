import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const cli = join(import.meta.dirname, '../../out/cli/index.js');

/** How a command ended: its exit code, or that it was killed. */
export type CommandEnd = { readonly code: number | 'killed'; readonly json: unknown; readonly err: string };

/** A replica that is worked on by commands in processes of their own, one at a time. */
export class CommandLine {
  readonly name: string;
  readonly data: string;
  #child: ChildProcess | undefined;
  commands = 0;
  killed = 0;

  constructor(name: string, data: string) {
    this.name = name;
    this.data = data;
  }

  /** Runs a command. Exit codes 0 and 1 are ends that can happen; others are told as an error. */
  async run(...words: readonly string[]): Promise<CommandEnd> {
    const end = await this.attempt(...words);
    if (end.code !== 'killed' && end.code > 1)
      throw new Error(`${this.name}: kitbag ${words.join(' ')} ended with ${end.code}: ${end.err}`);
    return end;
  }

  /** Runs a command, whatever its end. */
  attempt(...words: readonly string[]): Promise<CommandEnd> {
    this.commands += 1;
    const child = spawn(process.execPath, [cli, '--data', this.data, '--json', ...words]);
    this.#child = child;
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        this.#child = undefined;
        const line = out.trim().split('\n').at(-1) ?? '';
        const json: unknown = line.startsWith('{') && code !== null ? JSON.parse(line) : undefined;
        resolve({ code: signal === null ? (code ?? 1) : 'killed', json, err });
      });
    });
  }

  /** Ends whatever runs, as a power cut would. */
  kill(): boolean {
    if (this.#child === undefined) return false;
    this.killed += 1;
    return this.#child.kill('SIGKILL');
  }

  async stateHash(): Promise<{ readonly hash: string; readonly events: number }> {
    const { json } = await this.run('state-hash');
    return z.object({ hash: z.string(), events: z.number() }).parse(json);
  }
}
