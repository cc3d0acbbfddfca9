import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconBan,
  IconCalendarOff,
  IconChecklist,
  IconDots,
  IconMailForward,
  IconPin,
  IconPinnedOff,
  IconPlayerPlay,
  IconPresentation,
  IconRosetteDiscountCheck,
  IconSend,
  IconTrash,
  IconUserShare,
  IconWorldUpload,
} from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { Picked } from '../../../contract/assembly.ts';
import type { KitDetail } from '../../../contract/kits.ts';
import { pagesText } from '../../../shared/page-runs.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { type KeyActions, performKey } from '../../ui/keys/perform-key.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { KitHistory } from '../history/history-section.tsx';
import { present } from '../presenting/present.ts';
import { openSend } from '../sends/send-state.ts';
import { addToTray } from '../tray/tray-state.ts';
import { KitAbout, KitGuidance } from './kit-about.tsx';
import { KitBanner } from './kit-banner.tsx';
import { KitChanged } from './kit-changed.tsx';
import { KitItems } from './kit-items.tsx';
import { KitMarks } from './kit-list.tsx';
import { KitRating, useKitRating } from './kit-rating.tsx';
import { type KitStepAsked, kitStepAsked, verifyKit } from './kit-steps.ts';
import styles from './kits.module.css';
import { withdrawKit } from './use-kit-proposals.ts';
import { editKit, pinKit, proposeKit, putAway, useKit } from './use-kits.ts';

/** One kit: what is in it, in order, beside how to run it. */
export function KitScreen() {
  const { kitId } = useParams({ from: '/library/kits/$kitId' });
  const kit = useKit(kitId);
  if (kit.isError) {
    return (
      <Screen title={t`Kit`} ready actions={<Back />}>
        <ErrorState error={kit.error} onRetry={() => void kit.refetch()} />
      </Screen>
    );
  }
  if (kit.data === undefined) {
    return (
      <Screen title={t`Kit`} ready={false} actions={<Back />}>
        <LoadingRows count={5} picture />
      </Screen>
    );
  }
  return <KitPage key={kit.data.id} kit={kit.data} />;
}

function Back() {
  return (
    <Button
      component={Link}
      to="/library/kits"
      variant="subtle"
      color="gray"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
    >{t`All kits`}</Button>
  );
}

function KitPage({ kit }: { readonly kit: KitDetail }) {
  const rating = useKitRating(kit);
  useKitKeys(rating.give, {
    send: () => sendKit(kit),
    present: () => presentKit(kit),
    tray: () => trayKit(kit),
  });
  return (
    <Screen title={kit.name} ready fill actions={<KitActions kit={kit} />}>
      <div className={styles.stack}>
        <KitBanner kit={kit} />
        <div className={styles.kit}>
          <div className={styles.main}>
            <p className={styles.marks}>
              <KitMarks kit={kit} />
              <Proposed kit={kit} />
            </p>
            {!kit.own && <KitChanged kit={kit.id} />}
            <KitItems kit={kit} />
          </div>
          <aside className={styles.side} aria-label={t`How to run it`}>
            <KitGuidance kit={kit} />
            <KitAbout kit={kit} />
            {!kit.own && <KitHistory kit={kit.id} />}
          </aside>
        </div>
        {kit.can.rate && <KitRating kit={kit} rating={rating} />}
      </div>
    </Screen>
  );
}

/** Where a kit of one's own stands that was proposed. */
function Proposed({ kit: { proposal, name } }: { readonly kit: KitDetail }) {
  if (proposal === undefined || proposal.answer === 'withdrawn') return null;
  if (proposal.answer === 'open')
    return (
      <>
        <span>{t`Proposed, waiting for an answer`}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void withdrawKit({ id: proposal.id, name })}
        >{t`Withdraw`}</Button>
      </>
    );
  if (proposal.answer === 'declined') return <span>{t`Declined: ${{ reason: proposal.reason ?? '' }}`}</span>;
  return proposal.kit === undefined ? (
    <span>{t`Adopted`}</span>
  ) : (
    <Link className={styles.instead} to="/library/kits/$kitId" params={{ kitId: proposal.kit }}>
      {t`Adopted: see the kit`}
    </Link>
  );
}

/** Where reading all in order begins: the first item that is here. */
function OpenAll({ kit }: { readonly kit: KitDetail }) {
  const navigate = useNavigate();
  const first = kit.contents.find(({ asset }) => asset !== null);
  if (first?.asset === undefined || first.asset === null) return null;
  const { id } = first.asset;
  const page = first.pages[0]?.[0];
  const version = first.version?.id;
  return (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      onClick={() =>
        void navigate({
          to: '/asset/$assetId',
          params: { assetId: id },
          search: {
            kit: kit.id,
            ...(page !== undefined && { page }),
            ...(version !== undefined && { version }),
          },
        })
      }
    >{t`Open all in order`}</Button>
  );
}

function KitActions({ kit }: { readonly kit: KitDetail }) {
  const navigate = useNavigate();
  const { id, own, can, state } = kit;
  const leave = async (): Promise<void> => {
    if (await putAway(kit)) await navigate({ to: '/library/kits' });
  };
  return (
    <>
      <Back />
      {can.publish && state !== 'in-review' && (
        <Button
          variant="default"
          leftSection={<IconWorldUpload size={16} aria-hidden />}
          onClick={() =>
            void editKit({ kit: id, set: { status: 'published' } }, t`Published “${{ name: kit.name }}”.`)
          }
        >{t`Publish`}</Button>
      )}
      {can.submit && !can.publish && state === 'draft' && (
        <Button
          variant="default"
          leftSection={<IconChecklist size={16} aria-hidden />}
          onClick={() => kitStepAsked.set({ kit, step: 'submit' })}
        >{t`Submit for review…`}</Button>
      )}
      {can.propose && kit.proposal?.answer !== 'open' && (
        <Button
          variant="default"
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() => void proposeKit(kit)}
        >{t`Propose`}</Button>
      )}
      <PinKit kit={kit} />
      {can.edit && (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <ActionIcon aria-label={t`More`}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {!own && <LifeItems kit={kit} />}
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void leave()}>
              {own ? t`Delete the kit` : t`Archive the kit`}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <WaysOut kit={kit} />
      {!isPast(kit) && <OpenAll kit={kit} />}
    </>
  );
}

/** Sends or presents what is in it, where there is something and it still may be used. */
function WaysOut({ kit }: { readonly kit: KitDetail }) {
  if (isPast(kit) || kit.contents.every(({ asset }) => asset === null)) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMailForward size={16} aria-hidden />}
        title={t`Send (S)`}
        onClick={() => sendKit(kit)}
      >{t`Send…`}</Button>
      <Button
        variant="default"
        leftSection={<IconPresentation size={16} aria-hidden />}
        title={t`Present (F5)`}
        onClick={() => presentKit(kit)}
      >{t`Present`}</Button>
    </>
  );
}

function PinKit({ kit }: { readonly kit: KitDetail }) {
  const { pinned } = kit;
  return (
    <Tooltip label={pinned ? t`Stop keeping on this device` : t`Always keep on this device`}>
      <ActionIcon
        aria-label={t`Keep on this device`}
        aria-pressed={pinned}
        onClick={() => void pinKit(kit, !pinned)}
      >
        {pinned ? <IconPinnedOff size={18} aria-hidden /> : <IconPin size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

/** Steps of its life that are not in the way every day. */
function LifeItems({ kit }: { readonly kit: KitDetail }) {
  const { can, state } = kit;
  const ask = (step: KitStepAsked['step']) => () => kitStepAsked.set({ kit, step });
  const isUsed = state === 'published' || state === 'verified' || state === 'due-for-review';
  return (
    <>
      {can.submit && can.publish && state === 'draft' && (
        <Menu.Item leftSection={<IconChecklist size={16} aria-hidden />} onClick={ask('submit')}>
          {t`Submit for review…`}
        </Menu.Item>
      )}
      {isUsed && (
        <Menu.Item
          leftSection={<IconRosetteDiscountCheck size={16} aria-hidden />}
          onClick={() => void verifyKit(kit)}
        >
          {t`Verify`}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCalendarOff size={16} aria-hidden />} onClick={ask('expiry')}>
        {t`Last day of use…`}
      </Menu.Item>
      <Menu.Item leftSection={<IconUserShare size={16} aria-hidden />} onClick={ask('reassign')}>
        {t`Reassign…`}
      </Menu.Item>
      {state !== 'recalled' && (
        <Menu.Item leftSection={<IconBan size={16} aria-hidden />} onClick={ask('recall')}>
          {t`Recall…`}
        </Menu.Item>
      )}
    </>
  );
}

function isPast({ state }: KitDetail): boolean {
  return state === 'recalled' || state === 'expired';
}

/** Sends what is in a kit, in its order: whole files, or the pages that it names. Not what was recalled or has expired. */
function sendKit(kit: KitDetail): boolean {
  if (isPast(kit)) return false;
  return openSend(
    kit.contents.flatMap(({ asset, pages, version }) =>
      asset === null
        ? []
        : [
            {
              asset: asset.id,
              ...(version !== null && { version: version.id }),
              ...(pages.length > 0 && { pages: pagesText(pages) }),
            },
          ],
    ),
  );
}

/** Presents what is in a kit, in its order. Of one that was recalled or has expired, and of an empty one, there is nothing to show. */
function presentKit(kit: KitDetail): boolean {
  if (isPast(kit) || kit.contents.every(({ asset }) => asset === null)) return false;
  present({ kit: kit.id });
  return true;
}

/** Puts what is in a kit into the tray, in its order: page by page where it names pages. */
function trayKit(kit: KitDetail): boolean {
  if (isPast(kit)) return false;
  const items = kit.contents.flatMap(({ asset, pages, version }): Picked[] => {
    if (asset === null) return [];
    const whole = { asset: asset.id, version: version?.id ?? asset.version.id };
    if (pages.length === 0) return [whole];
    return pages.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => ({ ...whole, page: from + at })),
    );
  });
  if (items.length > 0) addToTray(items);
  return items.length > 0;
}

function useKitKeys(
  give: ((value: number) => void) | null,
  keys: Pick<KeyActions<'kit'>, 'send' | 'present' | 'tray'>,
): void {
  const of = (value: number) => (give === null ? null : () => give(value));
  usePageKeys((event) => {
    performKey(event, 'kit', {
      rate1: of(1),
      rate2: of(2),
      rate3: of(3),
      rate4: of(4),
      rate5: of(5),
      ...keys,
    });
  });
}
