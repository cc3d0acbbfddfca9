import type { NoValues } from './says.ts';

type Here = { readonly folder: string };

/** Why a replica's folder can't be opened. */
export type OpeningSays = {
  readonly 'opening.held': Here;
  /** `what`: the program; `since`: a moment, as `2026-11-21T09:00:00.000Z`. */
  readonly 'opening.held-by': Here & { readonly what: string; readonly pid: number; readonly since: string };
  readonly 'opening.newer-format': Here & { readonly format: number };
  /** The folder is a shared hub, lies in one or holds one. */
  readonly 'opening.hub-here': { readonly hub: string };
  readonly 'opening.replica-in-hub': Here & { readonly hub: string };
  readonly 'opening.damaged-key': Here;
  readonly 'opening.damaged-mark': Here;
  readonly 'opening.missing': Here;
  readonly 'opening.not-writable': Here;
  readonly 'opening.window-only': Here;
  readonly 'opening.no-keyring': NoValues;
  readonly 'opening.keyring-refused': NoValues;
  readonly 'opening.keyring-silent': NoValues;
};
