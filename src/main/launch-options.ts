import { resolve } from 'node:path';
import { dataFolder } from '../platform/data-folder.ts';

/** How this start was asked for. */
export type LaunchOptions = {
  readonly dataFolder: string;
  /** Where to write a picture of the usable window before quitting. */
  readonly screenshot?: string;
};

/** Reads `--data DIR`, `--data=DIR` and `--screenshot FILE`; everything else belongs to Electron or Chromium. */
export function readLaunchOptions(argv: readonly string[]): LaunchOptions {
  const screenshot = optionValue(argv, '--screenshot');
  return {
    dataFolder: dataFolder({ asked: optionValue(argv, '--data') }),
    ...(screenshot === undefined ? {} : { screenshot: resolve(screenshot) }),
  };
}

function optionValue(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1) || undefined;
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
}
