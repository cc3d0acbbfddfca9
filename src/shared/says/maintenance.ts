import type { NoValues } from './says.ts';

/** What a check of everything found, beside what is told of journals and files. */
export type MaintenanceSays = {
  readonly 'maintenance.fold-differs': NoValues;
};
