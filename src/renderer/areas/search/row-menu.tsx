import { t } from '@lingui/core/macro';
import { Menu } from '@mantine/core';
import {
  IconBooks,
  IconCloudDown,
  IconCopy,
  IconDeviceFloppy,
  IconDeviceLaptop,
  IconDots,
  IconLanguage,
  IconLayersIntersect,
  IconMailForward,
  IconPin,
  IconPinnedOff,
  IconPresentation,
  IconTargetArrow,
  IconTargetOff,
  IconWorldUpload,
} from '@tabler/icons-react';
import type { Hit } from '../../../contract/search.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { useSession } from '../../base/use-session.ts';
import { readOf } from '../../ui/edition-read.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { pageWords } from '../../ui/page-words.ts';
import { usePopUp } from '../../ui/use-pop-up.ts';
import { publishAssets, publishWord } from '../assets/publish-assets.ts';
import { setPinned, useIsPinned } from '../finding/pins/use-pins.ts';
import { takeOut } from '../gate/take-out.ts';
import { toAdd } from '../kits/kit-dialogs-state.ts';
import { setKept, useIsKept } from '../offline/use-offline.ts';
import { present } from '../presenting/present.ts';
import { addAnswers, goldenOf, removeAnswer, useGoldenQueries } from '../search-quality/use-golden.ts';
import { openSend } from '../sends/send-state.ts';
import { linkAsked } from '../variants/variants-state.ts';
import { useMoreLike } from './like/more-like-button.tsx';
import { shorten } from './result-notices.tsx';

type Props = {
  readonly hit: Hit;
  /** The words of now. */
  readonly query: () => string;
  readonly focusable: boolean;
};

/** For leads: this is what the search ought to find. */
function RightAnswer({ hit: { asset }, query }: Pick<Props, 'hit'> & { readonly query: string }) {
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
      {right
        ? t`Not a right answer to “${{ query: shorten(query) }}”`
        : t`Right answer to “${{ query: shorten(query) }}”`}
    </Menu.Item>
  );
}

/** Puts the asset into a kit, whole or its best page. */
function AddToKit({ hit }: Pick<Props, 'hit'>) {
  const asset = readOf(hit);
  const page = hit.pages[0]?.page;
  return (
    <Menu.Item
      leftSection={<IconBooks size={16} aria-hidden />}
      onClick={() =>
        toAdd.set({ assets: [asset.id], title: asset.title, ...(page !== undefined && { page }) })
      }
    >{t`Add to kit…`}</Menu.Item>
  );
}

/** For who may edit: makes it a language version of another one. */
function LinkLanguages({ hit: { asset } }: Pick<Props, 'hit'>) {
  const { can } = useSession();
  if (!can.edit) return null;
  return (
    <Menu.Item
      leftSection={<IconLanguage size={16} aria-hidden />}
      onClick={() => linkAsked.set({ assets: [asset.variant?.original ?? asset.id] })}
    >{t`Link as language versions…`}</Menu.Item>
  );
}

/** The file goes out: sent, copied, saved; or into a kit. */
function TakeAlong({ hit }: Pick<Props, 'hit'>) {
  const asset = readOf(hit);
  return (
    <>
      <Menu.Item
        leftSection={<IconMailForward size={16} aria-hidden />}
        onClick={() => openSend([{ asset: asset.id }])}
      >{t`Send…`}</Menu.Item>
      <Menu.Item
        leftSection={<IconPresentation size={16} aria-hidden />}
        onClick={() => present({ asset: asset.id }, asset.version.id)}
      >{t`Present`}</Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={() => void takeOut('copy', asset.id, asset.version)}
      >{t`Copy the file`}</Menu.Item>
      <Menu.Item
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        onClick={() => void takeOut('save', asset.id, asset.version)}
      >{t`Save a copy`}</Menu.Item>
      <AddToKit hit={hit} />
    </>
  );
}

/** For who may: what waits of it comes out. */
function Publish({ hit: { asset } }: Pick<Props, 'hit'>) {
  const { can } = useSession();
  const publish = publishWord(asset);
  if (publish === null || !can.publish) return null;
  return (
    <Menu.Item
      leftSection={<IconWorldUpload size={16} aria-hidden />}
      onClick={() => void publishAssets([asset.id], asset.title)}
    >
      {publish}
    </Menu.Item>
  );
}

/** Pins the asset to Home, or keeps it on this device. */
function AtHand({ hit: { asset } }: Pick<Props, 'hit'>) {
  const pinned = useIsPinned(asset.id);
  const kept = useIsKept(asset.id);
  return (
    <>
      <Menu.Item
        leftSection={pinned ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
        onClick={() => void setPinned(asset, !pinned)}
      >
        {pinned ? t`Unpin from Home` : t`Pin to Home`}
      </Menu.Item>
      {/* What is on Home is kept anyway. */}
      {pinned ? null : (
        <Menu.Item
          leftSection={
            kept ? <IconDeviceLaptop size={16} aria-hidden /> : <IconCloudDown size={16} aria-hidden />
          }
          onClick={() => void setKept(asset, !kept)}
        >
          {kept ? t`Stop keeping on this device` : t`Always keep on this device`}
        </Menu.Item>
      )}
    </>
  );
}

/** What one can do with a result without opening it. */
export function RowMenu(props: Props) {
  const menu = usePopUp();
  if (menu.opened) return <OpenedMenu {...props} onClose={menu.close} />;
  return (
    <IconButton
      ref={menu.buttonRef}
      aria-label={t`More for ${{ title: props.hit.asset.title }}`}
      aria-haspopup="menu"
      tabIndex={props.focusable ? 0 : -1}
      onClick={menu.open}
    >
      <IconDots size={16} aria-hidden />
    </IconButton>
  );
}

function OpenedMenu({ hit, query, focusable, onClose }: Props & { readonly onClose: () => void }) {
  const { can } = useSession();
  const { asset, pages } = hit;
  const words = query().trim();
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
        <IconButton aria-label={t`More for ${{ title: asset.title }}`} tabIndex={focusable ? 0 : -1}>
          <IconDots size={16} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <AtHand hit={hit} />
        <TakeAlong hit={hit} />
        {best !== undefined && (
          <Menu.Item
            leftSection={<IconLayersIntersect size={16} aria-hidden />}
            onClick={() => moreLike(readOf(hit).id, best)}
          >
            {pageWords(readOf(hit).version).moreLike(best)}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLayersIntersect size={16} aria-hidden />}
          onClick={() => moreLike(asset.id)}
        >{t`More like this`}</Menu.Item>
        <LinkLanguages hit={hit} />
        <Publish hit={hit} />
        {can['define-terms'] && words !== '' && <RightAnswer hit={hit} query={words} />}
      </Menu.Dropdown>
    </Menu>
  );
}
