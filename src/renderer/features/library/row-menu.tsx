import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLayersIntersect, IconPin, IconPinnedOff } from '@tabler/icons-react';
import type { Hit } from '../../../contract/search.ts';
import { pageWord } from '../../ui/document-kind.tsx';
import { useMoreLike } from '../more-like/more-like-button.tsx';
import { setPinned, useIsPinned } from '../pins/use-pins.ts';

type Props = { readonly hit: Hit; readonly focusable: boolean };

/** What one can do with a result without opening it. */
export function RowMenu({ hit, focusable }: Props) {
  const { asset, pages } = hit;
  const pinned = useIsPinned(asset.id);
  const moreLike = useMoreLike();
  const best = pages[0]?.page;
  return (
    <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 100 }} withinPortal>
      <Menu.Target>
        <ActionIcon
          size={24}
          aria-label={`More for ${asset.title}`}
          tabIndex={focusable ? 0 : -1}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()}>
        <Menu.Item
          leftSection={pinned ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
          onClick={() => void setPinned(asset, !pinned)}
        >
          {pinned ? 'Unpin from Home' : 'Pin to Home'}
        </Menu.Item>
        {best !== undefined && (
          <Menu.Item
            leftSection={<IconLayersIntersect size={16} aria-hidden />}
            onClick={() => moreLike(asset.id, best)}
          >
            {`More like ${pageWord(asset.version.kind)} ${best}`}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLayersIntersect size={16} aria-hidden />}
          onClick={() => moreLike(asset.id)}
        >
          More like this
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
