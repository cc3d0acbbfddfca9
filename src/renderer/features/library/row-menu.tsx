import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCloudDown,
  IconDeviceLaptop,
  IconDots,
  IconLayersIntersect,
  IconPin,
  IconPinnedOff,
  IconTargetArrow,
  IconTargetOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { useCallContext } from '../../app/call-context-state.ts';
import { useSession } from '../../app/use-session.ts';
import { pageWord } from '../../ui/document-kind.tsx';
import { useMoreLike } from '../more-like/more-like-button.tsx';
import { setKept, useIsKept } from '../offline/use-offline.ts';
import { setPinned, useIsPinned } from '../pins/use-pins.ts';
import { addAnswers, goldenOf, removeAnswer, useGoldenQueries } from '../search-quality/use-golden.ts';
import { shorten } from './result-notices.tsx';
import styles from './row-menu.module.css';

type Props = { readonly hit: Hit; readonly query: string; readonly focusable: boolean };

/** For leads: this is what the search ought to find. */
function RightAnswer({ hit: { asset }, query }: Pick<Props, 'hit' | 'query'>) {
  const golden = useGoldenQueries();
  const [context] = useCallContext();
  const known = goldenOf(golden, query, context);
  const right = known?.assets.includes(asset.id) ?? false;
  return (
    <Menu.Item
      leftSection={
        right ? <IconTargetOff size={16} aria-hidden /> : <IconTargetArrow size={16} aria-hidden />
      }
      onClick={() =>
        void (right && known !== undefined
          ? removeAnswer(known, asset.id)
          : addAnswers(golden, query, context, [asset.id]))
      }
    >
      {`${right ? 'Not a right' : 'Right'} answer to “${shorten(query)}”`}
    </Menu.Item>
  );
}

/** What one can do with a result without opening it. The menu is made when it is wanted: a list draws many rows with every keystroke. */
export function RowMenu(props: Props) {
  const [wanted, setWanted] = useState<boolean | 'closed'>(false);
  const { hit, focusable } = props;
  if (wanted === true) return <OpenedMenu {...props} onClose={() => setWanted('closed')} />;
  return (
    <button
      type="button"
      className={styles.menu}
      aria-label={`More for ${hit.asset.title}`}
      aria-haspopup="menu"
      // Whoever closes the menu goes on where they were.
      ref={wanted === 'closed' ? takeFocus : null}
      tabIndex={focusable ? 0 : -1}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={() => setWanted(true)}
    >
      <IconDots size={16} aria-hidden />
    </button>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true });
}

function OpenedMenu({ hit, query, focusable, onClose }: Props & { readonly onClose: () => void }) {
  const { member } = useSession();
  const { asset, pages } = hit;
  const pinned = useIsPinned(asset.id);
  const kept = useIsKept(asset.id);
  const moreLike = useMoreLike();
  const best = pages[0]?.page;
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 100 }}
      // In the landmark that it belongs to; within its row the rows below would cover it.
      portalProps={{ target: '#main' }}
      withInitialFocusPlaceholder={false}
      defaultOpened
      onClose={onClose}
    >
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
        {/* What is on Home is kept anyway. */}
        {pinned ? null : (
          <Menu.Item
            leftSection={
              kept ? <IconDeviceLaptop size={16} aria-hidden /> : <IconCloudDown size={16} aria-hidden />
            }
            onClick={() => void setKept(asset, !kept)}
          >
            {kept ? 'No longer always keep on this device' : 'Always keep on this device'}
          </Menu.Item>
        )}
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
        {member.role === 'lead' && query.trim() !== '' && <RightAnswer hit={hit} query={query.trim()} />}
      </Menu.Dropdown>
    </Menu>
  );
}
