import type { NoValues } from './says.ts';

/** What the window's surroundings have to tell. */
export type ShellSays = {
  readonly 'shell.engine-stops': NoValues;
};
