import type { Implementer } from '../base/implementer.ts';
import type { Told } from '../base/wire-error.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { indexReportOf, rebuildIndex, stateHash, verifyReplica } from './maintenance.ts';
import { officeProgramOf, setOfficeProgram } from './office-program.ts';
import type { WithMaintenance } from './with-maintenance.ts';

/** Looking the replica over, and making anew what is derived. */
export function maintenanceRouter({ maintenance }: Implementer, replica: () => WithMaintenance, told: Told) {
  return {
    indexReport: maintenance.indexReport.handler(() => indexReportOf(replica())),
    officeProgram: maintenance.officeProgram.handler(() => officeProgramOf(replica())),
    setOfficeProgram: maintenance.setOfficeProgram.handler(({ input }) =>
      setOfficeProgram(replica(), input.used),
    ),
    rebuildIndex: maintenance.rebuildIndex.handler(() =>
      told(rebuildIndex(replica()), 'maintenance.rebuildIndex'),
    ),
    diagnostics: maintenance.diagnostics.handler(() => diagnosticsOf(replica())),
    verify: maintenance.verify.handler(() => verifyReplica(replica())),
    stateHash: maintenance.stateHash.handler(() => stateHash(replica())),
  };
}
