import type { WithSends } from '../sends/with-sends.ts';
import { Tray } from './tray.ts';

/** Opens the tray of this device. */
export async function assemblyPart({ ports }: Pick<WithSends, 'ports'>) {
  return { tray: await Tray.open(ports.home.local, ports.logger) };
}
