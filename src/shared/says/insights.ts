import type { NoValues } from './says.ts';

/** Figures and tables of a period. */
export type InsightsSays = {
  readonly 'insights.period-backwards': NoValues;
  readonly 'insights.same-axes': NoValues;
};
