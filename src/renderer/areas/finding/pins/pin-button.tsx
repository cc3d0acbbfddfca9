import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPin, IconPinFilled } from '@tabler/icons-react';
import type { AssetSummary } from '../../../../contract/assets.ts';
import { setPinned, useIsPinned } from './use-pins.ts';

type Props = {
  readonly asset: Pick<AssetSummary, 'id' | 'title'>;
  readonly variant?: 'subtle' | 'default';
  readonly size?: number;
};

/** Keeps an asset at hand on Home. */
export function PinButton({ asset, variant = 'subtle', size = 28 }: Props) {
  const pinned = useIsPinned(asset.id);
  return (
    <Tooltip label={pinned ? t`Unpin from Home` : t`Pin to Home`}>
      <ActionIcon
        variant={variant}
        size={size}
        aria-label={t`Pin to Home`}
        aria-pressed={pinned}
        onClick={() => void setPinned(asset, !pinned)}
      >
        {pinned ? <IconPinFilled size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
