import type { OfficeProgramState } from '../../contract/maintenance.ts';
import type { WithMaintenance } from './with-maintenance.ts';

/** Where LibreOffice is on this device, and whether it may be used. */
export async function officeProgramOf({ ports: { office } }: WithMaintenance): Promise<OfficeProgramState> {
  const place = await office?.find();
  return { ...(place !== undefined && { place }), used: (await office?.isUsed()) ?? false };
}

/** Lets Kitbag use LibreOffice, or not: this device's own setting. */
export async function setOfficeProgram(replica: WithMaintenance, used: boolean): Promise<OfficeProgramState> {
  await replica.ports.office?.use(used);
  return officeProgramOf(replica);
}
