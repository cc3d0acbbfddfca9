import { msg } from '@lingui/core/runtime-macro';
import { sentence } from './sentence.ts';

/** What a device is called; where nobody has told its name, by the beginning of its id. */
export function nameOfDevice(known: {
  readonly device: string;
  readonly deviceName?: string | undefined;
}): string {
  return known.deviceName ?? sentence(msg`Unknown device ${{ id: known.device.slice(0, 8) }}`);
}
