import { msg } from '@lingui/core/runtime-macro';
import type { InsightsSays } from '../shared/says/insights.ts';
import type { Words } from './words.ts';

/** Figures and tables of a period. */
export const insightsWords: Words<InsightsSays> = {
  'insights.period-backwards': () => msg`The period ends before it begins. Choose other days.`,
  'insights.same-axes': () => msg`Rows and columns are the same list. Choose another one for the columns.`,
};
