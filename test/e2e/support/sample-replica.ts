import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../../src/shared/vocabulary/roles.ts';

/** The variable in which the set-up tells the workers where the replicas of the sample hub lie. */
export const samplesVariable = 'KITBAG_E2E_SAMPLES';

/** Puts a replica of the sample hub into a fresh folder: Dana Whitfield's, in this role. */
export async function copySample(role: Role, dataFolder: string): Promise<void> {
  const samples = process.env[samplesVariable];
  if (!samples) throw new Error('The set-up did not say where the sample hub is.');
  await cp(join(samples, role), dataFolder, { recursive: true });
}
