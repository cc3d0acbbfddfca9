import { plural, t } from '@lingui/core/macro';
import { Autocomplete, Button, Checkbox, Drawer, Progress, TextInput } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorState } from '../../base/error-state.tsx';
import { useStore } from '../../base/store.ts';
import { useSession } from '../../base/use-session.ts';
import { useEscapeCloses } from '../../ui/dismiss.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { useRecipients } from '../sends/use-send.ts';
import classes from './tray.module.css';
import { TrayItem } from './tray-item.tsx';
import { trayShown } from './tray-state.ts';
import { type AssembleChoices, useAssembling } from './use-assembling.ts';
import { useTrayDesk } from './use-tray-desk.ts';

/** What was picked, in the order in which it is to stand, and one PDF made of it. */
export function TrayDrawer() {
  const shown = useStore(trayShown);
  const close = () => trayShown.set(false);
  useEscapeCloses(shown, close);
  return (
    <Drawer
      opened={shown}
      onClose={close}
      closeOnEscape={false}
      data-layer
      position="right"
      size={520}
      title={t`Tray of picked pages`}
      classNames={{ title: classes.heading ?? '' }}
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 120 }}
    >
      {shown && <Tray />}
    </Drawer>
  );
}

function Tray() {
  const desk = useTrayDesk();
  const { items, rows, list } = desk;
  if (items.length === 0)
    return (
      <EmptyState
        icon={IconStack2}
        title={t`Nothing picked yet`}
        text={t`Pick pages with Space in the gallery of results (V) or in the reader’s list of pages, or with T wherever you are. They stay here until you take them out.`}
      />
    );
  if (desk.error !== null && rows === undefined)
    return <ErrorState error={desk.error} onRetry={() => trayShown.set(false)} />;
  if (rows === undefined) return <LoadingRows count={items.length} />;
  return (
    <div className={classes.form}>
      <ol className={classes.items} ref={list.list} onKeyDown={list.onKeyDown} aria-label={t`Picked pages`}>
        {rows.map((row, index) => (
          <li
            key={row.key}
            className={classes.item}
            data-held={row.checked.held !== undefined || undefined}
            onDragOver={(event) => {
              if (list.isDragging) event.preventDefault();
            }}
            onDrop={list.dropOn(index)}
          >
            <TrayItem
              row={row}
              index={index}
              tabStop={index === list.stop}
              onFocus={() => list.setAt(index)}
              onDrag={(on) => list.drag(row.key, on)}
              onRemove={() => void list.removeRow(row.key)}
              onReplace={(by) => void desk.replace(row.key, by)}
            />
          </li>
        ))}
      </ol>
      <Assemble desk={desk} />
    </div>
  );
}

function Assemble({ desk }: { readonly desk: ReturnType<typeof useTrayDesk> }) {
  const me = useSession().member.name;
  const recipients = useRecipients();
  const { far, run, cancel } = useAssembling();
  const [choices, setChoices] = useState<AssembleChoices>({
    title: '',
    to: '',
    by: me,
    cover: true,
    stamp: false,
  });
  const set = (changed: Partial<AssembleChoices>) => setChoices({ ...choices, ...changed });
  const rows = desk.rows ?? [];
  const going = rows.filter(({ checked }) => checked.held === undefined).length;
  const ready = going > 0 && choices.title.trim() !== '' && far === null;
  return (
    <>
      <TextInput
        label={t`Title`}
        description={t`Stands on the cover and becomes the name of the PDF.`}
        withAsterisk
        maxLength={200}
        value={choices.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Autocomplete
        label={t`For`}
        description={t`A name or a mail address, noted on this device.`}
        maxLength={200}
        limit={8}
        data={[...recipients]}
        value={choices.to}
        onChange={(to) => set({ to })}
      />
      <Checkbox
        label={t`Cover with title, recipient, your name and the date`}
        checked={choices.cover}
        onChange={(event) => set({ cover: event.currentTarget.checked })}
      />
      <Checkbox
        label={t`Recipient and date faintly over every page`}
        checked={choices.stamp}
        onChange={(event) => set({ stamp: event.currentTarget.checked })}
      />
      <div className={classes.foot}>
        {far !== null ? (
          <Making far={far} onCancel={cancel} />
        ) : (
          <Ways
            {...{ going, ready }}
            all={rows.length}
            onGo={(by) => void run(rows, choices, by)}
            onClear={() => void desk.clear()}
          />
        )}
      </div>
    </>
  );
}

type WaysProps = {
  /** How many of all may go. */
  readonly going: number;
  readonly all: number;
  readonly ready: boolean;
  readonly onGo: (by: 'save' | 'mail' | 'files') => void;
  readonly onClear: () => void;
};

function Ways({ going, all, ready, onGo, onClear }: WaysProps) {
  return (
    <>
      <Button disabled={!ready} onClick={() => onGo('save')}>
        {going < all && going > 0
          ? plural(going, { one: 'Save PDF with # item', other: 'Save PDF with # items' })
          : t`Save PDF`}
      </Button>
      <Button variant="default" disabled={!ready} onClick={() => onGo('mail')}>{t`Open mail draft`}</Button>
      <Button variant="default" disabled={!ready} onClick={() => onGo('files')}>{t`Copy PDF`}</Button>
      <Button variant="subtle" onClick={onClear}>{t`Empty the tray`}</Button>
    </>
  );
}

type MakingProps = {
  readonly far: { readonly done: number; readonly total: number };
  readonly onCancel: () => void;
};

function Making({ far: { done, total }, onCancel }: MakingProps) {
  const percent = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <>
      <span className={classes.making} role="status">
        {total === 0 ? t`Making the PDF` : t`Making the PDF: ${{ done }} of ${{ total }} pages`}
        <Progress value={percent} aria-label={t`Progress`} />
      </span>
      <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
    </>
  );
}
