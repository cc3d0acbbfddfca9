import { IconCloudDown } from '@tabler/icons-react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { formatBytes } from '../../ui/format.ts';
import { Pill } from '../../ui/pill.tsx';

/** Says of a result that its file has to be fetched first; nothing where it is here. */
export function AwayMark({ version }: { readonly version: Pick<AssetVersion, 'away' | 'size'> }) {
  if (version.away !== true) return null;
  return (
    <Pill
      title={`Its text is here; the file (${formatBytes(version.size)}) is fetched when you open it`}
      icon={<IconCloudDown size={12} aria-hidden />}
    >
      Not on this device
    </Pill>
  );
}
