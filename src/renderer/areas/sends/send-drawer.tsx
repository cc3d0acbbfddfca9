import { plural, t } from '@lingui/core/macro';
import { Autocomplete, Button, Drawer, Textarea } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { SendItem } from '../../../contract/sends.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useStore } from '../../base/store.ts';
import { useEscapeCloses } from '../../ui/dismiss.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SendRow } from './send-row.tsx';
import { closeSend, ledgerShown, toSend } from './send-state.ts';
import classes from './sends.module.css';
import { type Sending, useRecipients, useSend, useSentTo } from './use-send.ts';

/** Sending files or pages to somebody, from anywhere. */
export function SendDrawer() {
  const begun = useStore(toSend);
  useEscapeCloses(begun !== null, closeSend);
  return (
    <Drawer
      opened={begun !== null}
      onClose={closeSend}
      closeOnEscape={false}
      data-layer
      position="right"
      size={520}
      title={t`Send`}
      classNames={{ title: classes.heading ?? '' }}
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 120 }}
    >
      {begun === null ? null : <SendForm key={begun.map(({ asset }) => asset).join()} begun={begun} />}
    </Drawer>
  );
}

function SendForm({ begun }: { readonly begun: readonly SendItem[] }) {
  const sending = useSend(begun);
  const { items, checked, to, note, error } = sending;
  const form = useFocusOnce(checked !== undefined);
  const going = checked?.filter(({ held }) => held === undefined).length ?? 0;
  const ready = going > 0 && to.trim() !== '' && !sending.busy;
  const onKeyDown = (event: KeyboardEvent) =>
    void performKey(event, 'form', {
      send: ready ? () => void sending.send('mail') : null,
      take: null,
      leave: null,
    });
  if (error !== null && checked === undefined) return <ErrorState error={error} onRetry={closeSend} />;
  if (checked === undefined) return <LoadingRows count={items.length} />;
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void sending.send('mail');
      }}
    >
      <ul className={classes.items} aria-label={t`What goes out`}>
        {checked.map((item, at) => (
          <SendRow
            key={items[at]?.key ?? at}
            item={item}
            typed={items[at]?.pages ?? ''}
            first={at === 0}
            last={at === checked.length - 1}
            autoFocus={checked.findIndex(({ held }) => held?.instead !== undefined) === at}
            onPages={(pages) => sending.setPages(at, pages)}
            onMove={(by) => sending.move(at, by)}
            onRemove={() => sending.remove(at)}
            onReplace={(asset) => sending.replace(at, asset)}
          />
        ))}
      </ul>
      <Recipient sending={sending} autoFocus={checked.every(({ held }) => held?.instead === undefined)} />
      <Textarea
        label={t`Note`}
        description={t`Becomes the text of the mail.`}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={10_000}
        value={note}
        onChange={(event) => sending.setNote(event.currentTarget.value)}
      />
      <p className={classes.quiet}>{t`Nothing is tracked. You keep a note of it on this device.`}</p>
      <Foot sending={sending} going={going} all={checked.length} ready={ready} />
    </form>
  );
}

/** Where one goes on, once the gate has answered: the drawer took the focus before anything stood in it. */
function useFocusOnce(there: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (there) form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [there]);
  return form;
}

type FootProps = {
  readonly sending: Sending;
  /** How many of all may go. */
  readonly going: number;
  readonly all: number;
  readonly ready: boolean;
};

function Foot({ sending, going, all, ready }: FootProps) {
  return (
    <div className={classes.foot}>
      <Button type="submit" disabled={!ready} loading={sending.busy} title={t`Ctrl+Enter`}>
        {going < all && going > 0
          ? plural(going, { one: 'Open mail draft with # file', other: 'Open mail draft with # files' })
          : t`Open mail draft`}
      </Button>
      <Button
        variant="default"
        disabled={!ready}
        onClick={() => void sending.send('files')}
      >{t`Copy files`}</Button>
      <Button variant="default" onClick={closeSend}>{t`Close`}</Button>
    </div>
  );
}

/** To whom, with what went there before. */
function Recipient({ sending, autoFocus }: { readonly sending: Sending; readonly autoFocus: boolean }) {
  const recipients = useRecipients();
  const before = useSentTo(sending.to);
  return (
    <div className={classes.recipient}>
      <Autocomplete
        label={t`To`}
        description={t`A name or a mail address. Only an address gets into the mail.`}
        withAsterisk
        data-autofocus={autoFocus || undefined}
        maxLength={300}
        limit={8}
        data={[...recipients]}
        value={sending.to}
        onChange={sending.setTo}
      />
      {before.length > 0 && (
        <div className={classes.before}>
          <p className={classes.subheading}>{t`Sent before`}</p>
          <ul className={classes.lines}>
            {before.slice(0, 4).map((line) => (
              <li key={`${line.at} ${line.version}`}>
                {line.title} <span className={classes.quiet}>{<RelativeTime at={line.at} />}</span>
              </li>
            ))}
          </ul>
          {before.length > 4 && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => ledgerShown.set(true)}
            >{t`All that was sent`}</Button>
          )}
        </div>
      )}
    </div>
  );
}
