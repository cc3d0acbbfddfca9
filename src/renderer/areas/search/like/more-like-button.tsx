import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayersIntersect } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';

/** Goes to what resembles an asset, or a page of it. */
export function useMoreLike(): (asset: string, page?: number) => void {
  const navigate = useNavigate();
  return (asset, page) =>
    void navigate({ to: '/library', search: { like: asset, ...(page === undefined ? {} : { page }) } });
}

type Props = {
  readonly asset: string;
  /** Read when the button is pressed: the page that one looks at then. */
  readonly page: () => number | undefined;
  readonly label: string;
  readonly variant?: 'subtle' | 'default';
  readonly size?: number;
};

/** Asks for more like what one looks at. */
export function MoreLikeButton({ asset, page, label, variant = 'subtle', size = 28 }: Props) {
  const show = useMoreLike();
  return (
    <Tooltip label={label}>
      <ActionIcon variant={variant} size={size} aria-label={label} onClick={() => show(asset, page())}>
        <IconLayersIntersect size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
