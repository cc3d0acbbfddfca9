import { z } from 'zod';
import type { OfficeProgram } from '../../engine/ports/office-program.ts';
import type { LocalStore } from '../../engine/ports/snapshots.ts';
import { findLibreOffice } from './find-program.ts';

const SETTING = 'libre-office';
const settingSchema = z.object({ v: z.literal(1), used: z.boolean() });

/** The program, and who hears when its person lets Kitbag use it no longer. */
export type DeviceOffice = OfficeProgram & { onOff(listener: () => void): void };

/** LibreOffice as it is found on this device, and whether its person lets Kitbag use it: until they say otherwise, yes. */
export function deviceOffice(local: LocalStore, find = findLibreOffice): DeviceOffice {
  const listeners: (() => void)[] = [];
  return {
    find,
    isUsed: async () => {
      const stored = settingSchema.safeParse(await local.load(SETTING));
      return !stored.success || stored.data.used;
    },
    use: async (used) => {
      await local.save(SETTING, { v: 1, used });
      if (!used) for (const listener of listeners) listener();
    },
    onOff: (listener) => {
      listeners.push(listener);
    },
  };
}
