import { t } from '@lingui/core/macro';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect } from 'react';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { dropPlace } from '../../base/drop-place.ts';
import { DimensionSelect, PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { useDimensions } from '../../base/use-taxonomy.ts';
import { formatDateTime } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { useLatest } from '../../ui/use-same.ts';
import styles from './calls.module.css';
import { type Preparing, preparing } from './prepare-state.ts';
import { type Preparation, usePrepare } from './use-prepare.ts';

/** Prepares a call: from an invitation that is pasted, dropped or opened, or from what one types. */
export function PrepareDialog() {
  return (
    <AskedDialog
      store={preparing}
      size="lg"
      titleOf={({ call }) => (call === undefined ? t`Prepare a call` : t`Change the call`)}
    >
      {(asked, close) => <PrepareForm asked={asked} onClose={close} />}
    </AskedDialog>
  );
}

type FormProps = { readonly asked: Preparing; readonly onClose: () => void };

function PrepareForm({ asked: { call }, onClose }: FormProps) {
  const preparation = usePrepare(call, onClose);
  const { typed, set, complete, busy, save } = preparation;
  useDropped(preparation.readFiles);
  const onKeyDown = (event: KeyboardEvent) =>
    void performKey(event, 'form', { send: complete ? () => void save() : null, take: null, leave: null });
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {call === undefined && <Invitation preparation={preparation} />}
      <TextInput
        data-autofocus
        label={t`Title`}
        withAsterisk
        maxLength={300}
        value={typed.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <WhenAndWith preparation={preparation} />
      <Terms preparation={preparation} />
      <Textarea
        label={t`What it is about`}
        description={t`Its words help to choose the documents.`}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={typed.about}
        onChange={(event) => set({ about: event.currentTarget.value })}
      />
      <p className={styles.quiet}>{t`Calls stay on this device. Nobody else sees them.`}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
        <Button type="submit" disabled={!complete} loading={busy} title={t`Ctrl+Enter`}>
          {call === undefined ? t`Prepare the call` : t`Save`}
        </Button>
      </div>
    </form>
  );
}

type Props = { readonly preparation: Preparation };

/** Where an invitation comes in, and which of its meetings is meant. */
function Invitation({ preparation }: Props) {
  const { choices, chosen, choose, readText, chooseFile } = preparation;
  return (
    <>
      <Textarea
        label={t`Invitation`}
        description={t`Paste the invitation, or drop its .ics file anywhere on this window.`}
        rows={2}
        maxLength={1_000_000}
        onPaste={(event) => readText(event.clipboardData.getData('text/plain'))}
      />
      <Button
        variant="default"
        size="compact-md"
        className={styles.start ?? ''}
        leftSection={<IconCalendarEvent size={16} aria-hidden />}
        onClick={chooseFile}
      >{t`Open a calendar file…`}</Button>
      {choices.length > 0 && (
        <Select
          label={t`Which meeting`}
          allowDeselect={false}
          data={choices.map(({ title, at }, index) => ({
            value: String(index),
            label: at === undefined ? title : t`${{ title }}, ${{ time: formatDateTime(at) }}`,
          }))}
          value={String(chosen)}
          onChange={(value) => choose(Number(value ?? 0))}
        />
      )}
    </>
  );
}

/** When the call is, and with whom. */
function WhenAndWith({ preparation: { typed, set } }: Props) {
  return (
    <div className={styles.pair}>
      <TextInput
        type="datetime-local"
        label={t`When`}
        withAsterisk
        value={typed.when}
        onChange={(event) => set({ when: event.currentTarget.value })}
      />
      <TextInput
        label={t`Account`}
        maxLength={300}
        value={typed.account}
        onChange={(event) => set({ account: event.currentTarget.value })}
      />
    </div>
  );
}

/** Stage, personas and what the hub’s dimensions ask for. */
function Terms({ preparation: { typed, set } }: Props) {
  const dimensions = useDimensions();
  return (
    <>
      <div className={styles.pair}>
        <StageSelect
          label={t`Buying stage`}
          value={typed.stage}
          onChange={(value) => set({ stage: typeof value === 'string' ? value : null })}
        />
        <PersonaSelect
          multiple
          label={t`Personas`}
          value={typed.personas}
          onChange={(personas) => set({ personas })}
        />
      </div>
      {dimensions.map(({ field, name }) => (
        <DimensionSelect
          key={field}
          multiple
          label={name}
          field={field}
          value={typed[field] ?? []}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
    </>
  );
}

/** Takes what is dropped on the window while the dialog is open. */
function useDropped(take: (files: readonly File[]) => void): void {
  const latest = useLatest(take);
  useEffect(() => {
    dropPlace.set({
      title: t`Drop to prepare a call`,
      text: t`A calendar file (.ics) of the meeting`,
      take: (files) => latest.current(files),
    });
    return () => dropPlace.set(null);
  }, [latest]);
}
