import type { NoValues } from './says.ts';

/** Calls and their flight check. */
export type CallsSays = {
  readonly 'calls.no-calendar': NoValues;
  readonly 'calls.calendar-too-large': NoValues;
  readonly 'calls.calendar-too-slow': NoValues;
  readonly 'calls.no-events': NoValues;
  readonly 'calls.too-many': { readonly most: number };
  readonly 'calls.twice-in-pack': { readonly title: string };
  readonly 'calls.no-such-pages': { readonly title: string; readonly pages: number };
  readonly 'calls.pages-of-pdf': { readonly title: string };
  /** Why something was proposed. */
  readonly 'calls.from-kit': { readonly kit: string };
  readonly 'calls.speaks-of-it': NoValues;
  readonly 'calls.ranked': { readonly place: number };
  /** Why something is not ready; what the gate says of it, the gate says. */
  readonly 'calls.gone': NoValues;
  /** `day`: `2026-12-03`, the last one on which it may be used. */
  readonly 'calls.expires-before': { readonly day: string };
  readonly 'calls.missing': NoValues;
  readonly 'calls.altered': NoValues;
  readonly 'calls.unreadable': NoValues;
};
