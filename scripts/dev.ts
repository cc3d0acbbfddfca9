import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build/build.ts';
import { builtParts, type Parts, stepsBetween } from './dev/built-parts.ts';
import { ensurePackages, machineSteps } from './electron-runtime/ensure-packages.ts';
import { quietArguments, sandboxArguments } from './electron-runtime/launch-arguments.ts';
import { findRuntime } from './electron-runtime/runtime.ts';
import { hasDisplay, startVirtualDisplay } from './electron-runtime/virtual-display.ts';

const root = join(import.meta.dirname, '..');
/** An editor writes several files at once: what comes within this time is built together. */
const settleMs = 150;

/** The application under development: what was built last, and the process that runs it. */
class Development {
  readonly #executable: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #quiet: readonly string[];
  #parts: Parts;
  #child: ChildProcess | undefined;
  #restarting = false;

  constructor(executable: string, display: string | undefined, parts: Parts) {
    this.#executable = executable;
    this.#env = display === undefined ? process.env : { ...process.env, DISPLAY: display };
    this.#quiet = display === undefined ? [] : quietArguments;
    this.#parts = parts;
  }

  /** Opens the window; the run ends when it is closed by hand. */
  open(): void {
    const args = [...sandboxArguments(), root, ...process.argv.slice(2), ...this.#quiet];
    const child = spawn(this.#executable, args, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...this.#env, KITBAG_DEV: '1' },
    });
    this.#child = child;
    child.once('close', (code) => {
      if (!this.#restarting) process.exit(code ?? 0);
      this.#restarting = false;
      this.open();
    });
  }

  /** Builds again and replaces what has changed; what does not build is told, and the window stays as it is. */
  async rebuild(): Promise<void> {
    const started = performance.now();
    try {
      await build(root, 'development');
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      return;
    }
    const parts = await builtParts(root);
    const steps = stepsBetween(this.#parts, parts);
    this.#parts = parts;
    console.error(
      `Built in ${((performance.now() - started) / 1000).toFixed(1)} s: ${steps.join(', ') || 'nothing changed'}.`,
    );
    for (const step of steps) {
      if (step === 'restart-application') this.#restart();
      else this.#child?.send({ kitbagDevelopment: step });
    }
  }

  /** Ends the window. */
  end(): void {
    this.#child?.kill();
  }

  #restart(): void {
    this.#restarting = true;
    this.#child?.kill();
  }
}

/** Calls once things are quiet again; never twice at the same time. */
function whenQuiet(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, settleMs);
  };
}

async function develop(): Promise<void> {
  const virtualNeeded = !hasDisplay();
  if (!(await ensurePackages({ install: true }, machineSteps({ display: virtualNeeded })))) process.exit(2);
  await build(root, 'development');
  const runtime = await findRuntime(root);
  console.error(runtime.line);
  const virtual = virtualNeeded ? await startVirtualDisplay() : undefined;
  const development = new Development(runtime.executable, virtual?.display, await builtParts(root));
  process.on('exit', () => {
    development.end();
    virtual?.stop();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
  development.open();
  watch(
    join(root, 'src'),
    { recursive: true },
    whenQuiet(() => development.rebuild()),
  );
  console.error('Watching src. Close the window to end.');
}

await develop();
