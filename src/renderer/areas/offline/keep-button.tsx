import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCloudDown, IconDeviceLaptop } from '@tabler/icons-react';
import { useIsPinned } from '../finding/pins/use-pins.ts';
import { setKept, useIsKept } from './use-offline.ts';

type Props = { readonly asset: { readonly id: string; readonly title: string }; readonly size?: number };

/** Keeps the file of an asset on this device, for a flight or a place without a network. */
export function KeepButton({ asset, size = 28 }: Props) {
  const onHome = useIsPinned(asset.id);
  const kept = useIsKept(asset.id) || onHome;
  const label = kept ? t`Stop keeping on this device` : t`Always keep on this device`;
  return (
    <Tooltip label={onHome ? t`Kept on this device while it is pinned to Home` : label}>
      <ActionIcon
        size={size}
        {...(kept ? { variant: 'light', color: 'teal' } : {})}
        aria-label={t`Always keep on this device`}
        aria-pressed={kept}
        aria-disabled={onHome || undefined}
        onClick={() => {
          if (!onHome) void setKept(asset, !kept);
        }}
      >
        {kept ? <IconDeviceLaptop size={18} aria-hidden /> : <IconCloudDown size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
