import { nameOfError } from '../../shared/defect.ts';
import type { Life } from '../base/parts.ts';
import { removeUnusedBlobs } from './maintenance.ts';
import type { WithMaintenance } from './with-maintenance.ts';

/** When after a start the disk is looked through for blobs that nothing refers to: not while a person waits for the window. */
const CLEAN_AFTER_MS = 30_000;

/** Opens the cleaning up after the start. */
export function maintenancePart(replica: WithMaintenance, life: Life) {
  const { later, logger } = replica.ports;
  const clean = (): void => {
    void removeUnusedBlobs(replica).catch((error: unknown) => {
      logger.warn('unused-blobs-not-removed', { error: nameOfError(error) });
    });
  };
  life.onStart(() => {
    const forget = later(clean, CLEAN_AFTER_MS);
    life.onClose('cleaning-not-forgotten', forget);
  });
  return {};
}
