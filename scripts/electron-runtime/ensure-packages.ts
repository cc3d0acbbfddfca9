import { askYes, canAsk } from '../terminal/ask.ts';
import {
  aptCommand,
  hasSudo,
  installDebianPackages,
  isRoot,
  missingDebianPackages,
} from './debian-packages.ts';

/** How the machine is asked and changed; tests give their own. */
export type PackageSteps = {
  readonly missing: () => readonly string[];
  readonly isRoot: () => boolean;
  readonly hasSudo: () => boolean;
  readonly canAsk: () => boolean;
  readonly askYes: (question: string) => Promise<boolean>;
  readonly install: (packages: readonly string[]) => Promise<boolean>;
  readonly say: (line: string) => void;
};

/**
 * Sees to it that the Debian packages for the window are there: as root without asking, else by `sudo` after one question on a
 * terminal. Where nothing may or can be installed the command is said, and the answer is false.
 */
export async function ensurePackages(
  options: { readonly install: boolean },
  steps: PackageSteps,
): Promise<boolean> {
  const missing = steps.missing();
  if (missing.length === 0) return true;
  if (options.install && (await mayInstall(missing, steps)) && (await steps.install(missing))) {
    const left = steps.missing();
    if (left.length === 0) return true;
  }
  steps.say(`Kitbag’s window needs Debian packages that are not installed (${missing.join(', ')}).`);
  steps.say(`Install them with:\n  ${aptCommand(missing)}`);
  return false;
}

async function mayInstall(missing: readonly string[], steps: PackageSteps): Promise<boolean> {
  if (steps.isRoot()) return true;
  if (!steps.canAsk() || !steps.hasSudo()) return false;
  return await steps.askYes(`Kitbag’s window needs ${missing.join(', ')}. Install with sudo?`);
}

/** The steps on this machine. */
export function machineSteps(needed: { readonly display: boolean }): PackageSteps {
  return {
    missing: () => missingDebianPackages(needed),
    isRoot,
    hasSudo,
    canAsk,
    askYes,
    install: (packages) => installDebianPackages(packages),
    say: (line) => console.error(line),
  };
}
