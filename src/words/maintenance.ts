import { msg } from '@lingui/core/runtime-macro';
import type { MaintenanceSays } from '../shared/says/maintenance.ts';
import type { Words } from './words.ts';

/** What a check of everything found. */
export const maintenanceWords: Words<MaintenanceSays> = {
  'maintenance.fold-differs': () =>
    msg`What is shown does not agree with the journal. Nothing is lost: delete the folder ‘snapshots’ in the data folder while Kitbag is closed, and it is worked out again.`,
};
