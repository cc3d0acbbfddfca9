import type { NoValues } from './says.ts';

/** What the window's surroundings have to tell. */
export type ShellSays = {
  readonly 'shell.engine-stops': NoValues;
  /** What was asked for was not saved from here. */
  readonly 'shell.not-saved-here': NoValues;
  readonly 'shell.link-left-alone': NoValues;
  readonly 'shell.link-not-opened': NoValues;
};
