import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Anchor, Button, Drawer, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { KeyboardEvent } from 'react';
import { DimensionSelect, PersonaSelect, StageSelect, TypeSelect } from '../../base/term-select.tsx';
import { useDimensions } from '../../base/use-taxonomy.ts';
import { useEscapeCloses } from '../../ui/dismiss.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { calendarWords } from '../../ui/language.ts';
import { DealValueInput } from './deal-value-input.tsx';
import classes from './request-drawer.module.css';
import { closeRequestDrawer, type RequestDraft, useRequestDrawer } from './request-drawer-state.ts';
import { SimilarToAsk } from './similar-to-ask.tsx';
import { type Ask, useAsk, useSimilar } from './use-ask.ts';

/** Asking marketing for something, from anywhere. */
export function RequestDrawer() {
  const draft = useRequestDrawer();
  useEscapeCloses(draft !== null, closeRequestDrawer);
  return (
    <Drawer
      opened={draft !== null}
      onClose={closeRequestDrawer}
      closeOnEscape={false}
      data-layer
      position="right"
      size={480}
      title={t`Ask for content`}
      classNames={{ title: classes.heading1 ?? '' }}
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 120 }}
    >
      {draft === null ? null : <AskForm prefill={draft} />}
    </Drawer>
  );
}

function AskForm({ prefill }: { readonly prefill: RequestDraft }) {
  const form = useAsk(prefill, closeRequestDrawer);
  const { ask, change, problem } = form;
  const similar = useSimilar(ask.title, ask.need);
  const errorOf = (field: string) => (problem?.field === field ? problem.message : null);
  const onKeyDown = (event: KeyboardEvent) =>
    void performKey(event, 'form', { send: () => void form.submit(), take: null, leave: null });
  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {form.restored ? (
        <p className={classes.note}>
          <Trans>
            What you typed before is still here.{' '}
            <Anchor component="button" type="button" size="xs" onClick={form.startAnew}>
              Start over
            </Anchor>
          </Trans>
        </p>
      ) : null}
      <TextInput
        data-autofocus
        // Words of the search are only a proposal: typing replaces them.
        onFocus={(event) => {
          if (event.currentTarget.value === prefill.title) event.currentTarget.select();
        }}
        label={t`What is missing?`}
        placeholder={t`A case study about payback in retail`}
        withAsterisk
        maxLength={300}
        value={ask.title}
        error={errorOf('title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <SimilarToAsk
        similar={similar}
        dealValue={ask.dealValue}
        onMeToo={(request, dealValue) => void form.meToo(request, dealValue)}
        onOpen={closeRequestDrawer}
      />
      <Textarea
        label={t`What should it show or say?`}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={ask.need}
        error={errorOf('need')}
        onChange={(event) => change({ need: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <PersonaSelect label={t`For whom`} value={ask.persona} onChange={(persona) => change({ persona })} />
        <StageSelect label={t`Buying stage`} value={ask.stage} onChange={(stage) => change({ stage })} />
      </div>
      <div className={classes.pair}>
        <TypeSelect label={t`Type`} value={ask.type} onChange={(type) => change({ type })} />
        <NeededBy ask={ask} change={change} error={errorOf('neededBy')} />
        <DimensionTerms form={form} />
      </div>
      <Textarea
        label={t`Why?`}
        placeholder={t`What’s at stake?`}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={ask.why}
        error={errorOf('why')}
        onChange={(event) => change({ why: event.currentTarget.value })}
      />
      <DealValueInput
        text={ask.dealValue}
        error={errorOf('dealValue')}
        onText={(dealValue) => change({ dealValue })}
      />
      {problem && problem.field === undefined ? (
        <Alert color="red" variant="light" role="alert">
          {problem.message}
        </Alert>
      ) : null}
      <div className={classes.foot}>
        <Button type="submit" loading={form.busy} title={t`Ctrl+Enter`}>{t`Ask`}</Button>
        <Button variant="default" onClick={closeRequestDrawer}>{t`Close`}</Button>
        <span className={classes.note}>{t`Closing keeps what you typed.`}</span>
      </div>
    </form>
  );
}

type NeededByProps = {
  readonly ask: Ask;
  readonly change: (set: Partial<Ask>) => void;
  readonly error: string | null;
};

function NeededBy({ ask, change, error }: NeededByProps) {
  return (
    <DateInput
      label={t`By when`}
      placeholder={t`Date`}
      clearable
      clearButtonProps={{ 'aria-label': t`Clear the date` }}
      valueFormat={calendarWords().typedDay}
      minDate={new Date().toISOString().slice(0, 10)}
      popoverProps={{ transitionProps: { duration: 0 } }}
      value={ask.neededBy}
      error={error}
      onChange={(neededBy) => change({ neededBy })}
    />
  );
}

/** Terms of the hub's dimensions, where it has some. */
function DimensionTerms({ form: { ask, change } }: { readonly form: ReturnType<typeof useAsk> }) {
  return useDimensions().map(({ field, name }) => (
    <DimensionSelect
      key={field}
      field={field}
      multiple
      label={name}
      value={ask[field] ?? []}
      onChange={(terms) => change({ [field]: terms })}
    />
  ));
}
