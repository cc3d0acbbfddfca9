import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a script of `test/support/programs` in a process of its own and collects what it printed. */
export function startProgram(
  name: string,
  args: readonly string[],
  options: { readonly fileSizeKb?: number } = {},
) {
  const program = `test/support/programs/${name}.ts`;
  const limited = options.fileSizeKb
    ? ['bash', '-c', `trap '' XFSZ; ulimit -f ${options.fileSizeKb}; exec "$0" "$@"`, process.execPath]
    : [process.execPath];
  const [command = process.execPath, ...rest] = [...limited, program, ...args];
  const child = spawn(command, rest, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let errors = '';
  let rest_ = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest_ + text).split('\n');
    rest_ = parts.pop() ?? '';
    lines.push(...parts);
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal });
      for (const listener of listeners) listener();
    });
  });
  return {
    lines,
    errors: () => errors,
    ended,
    kill: () => child.kill('SIGKILL'),
    /** Resolves once at least this many lines were printed; fails when the program ends before. */
    async printed(count: number): Promise<void> {
      while (lines.length < count) {
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`The program ended after ${lines.length} of ${count} lines: ${errors}`);
        }
        await new Promise<void>((resolve) => {
          const listener = () => {
            listeners.delete(listener);
            resolve();
          };
          listeners.add(listener);
        });
      }
    },
  };
}
