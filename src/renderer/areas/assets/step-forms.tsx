import { plural, t } from '@lingui/core/macro';
import { MultiSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RetireEffect } from '../../../contract/reviews.ts';
import { REVIEW_WAYS, type ReviewWay } from '../../../shared/vocabulary/reviews.ts';
import { listed } from '../../../words/sentence.ts';
import { personChoices } from '../../base/person-choices.ts';
import { PersonSelect, usePeople } from '../../base/person-select.tsx';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { formatDate } from '../../ui/format.ts';
import { StepFrame } from '../../ui/step-frame.tsx';
import type { Chosen } from './step-asked.ts';
import styles from './step-dialog.module.css';
import { archiveNow } from './steps.ts';

type Props = { readonly asked: Chosen; readonly onClose: () => void };

const WAYS: Readonly<Record<ReviewWay, string>> = {
  all: t`All of them must approve`,
  any: t`Any one of them can approve`,
  order: t`One after the other, in this order`,
};

/** Whom one asks, and how. */
export type AskedReview = {
  readonly reviewers: readonly string[];
  readonly way: ReviewWay;
  readonly note: string;
};

/** Who is to approve it. */
export function SubmitForm({
  take,
  onClose,
}: Pick<Props, 'onClose'> & { readonly take: (review: AskedReview) => Promise<boolean> }) {
  const people = usePeople() ?? [];
  const [reviewers, setReviewers] = useState<string[]>([]);
  const [way, setWay] = useState<ReviewWay>('all');
  const [note, setNote] = useState('');
  const others = people.filter(({ self }) => !self);
  return (
    <StepFrame
      ready={reviewers.length > 0}
      word={t`Submit`}
      take={() => take({ reviewers, way, note })}
      onClose={onClose}
    >
      <MultiSelect
        data-autofocus
        label={t`Reviewers`}
        withAsterisk
        data={[...personChoices(others, { publishers: true, chosen: null })]}
        value={reviewers}
        searchable
        nothingFoundMessage={t`Nobody else can review: only marketers and leads can.`}
        onChange={setReviewers}
      />
      {reviewers.length > 1 && (
        <Radio.Group
          label={t`Who must approve`}
          value={way}
          onChange={(value) => setWay(REVIEW_WAYS.find((one) => one === value) ?? 'all')}
        >
          <Stack gap={8} mt={8}>
            {REVIEW_WAYS.map((one) => (
              <Radio key={one} value={one} label={WAYS[one]} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Textarea
        label={t`Note (optional)`}
        autosize
        maxRows={5}
        maxLength={10_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StepFrame>
  );
}

/** Why it can't come out like this. */
export function ReturnForm({
  take,
  onClose,
}: Pick<Props, 'onClose'> & { readonly take: (reason: string) => Promise<boolean> }) {
  const [reason, setReason] = useState('');
  return (
    <StepFrame ready={reason.trim() !== ''} word={t`Return`} take={() => take(reason)} onClose={onClose}>
      <Textarea
        data-autofocus
        label={t`What has to change?`}
        withAsterisk
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </StepFrame>
  );
}

/** Until when they may be used. */
export function ExpiryForm({
  take,
  onClose,
}: Pick<Props, 'onClose'> & { readonly take: (day: string | null) => Promise<boolean> }) {
  const [day, setDay] = useState('');
  return (
    <StepFrame
      ready
      word={day === '' ? t`Never expires` : t`Set the last day`}
      take={() => take(day === '' ? null : day)}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        type="date"
        label={t`Last day of use`}
        description={t`From the next day on nobody can present, save, copy or send it.`}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
    </StepFrame>
  );
}

/** Who is to answer for something; absent: it stays as it is. */
export type Answering = { readonly owner?: string; readonly verifier?: string };

/** Who answers for them from now on. */
export function ReassignForm({
  take,
  onClose,
}: Pick<Props, 'onClose'> & { readonly take: (answering: Answering) => Promise<boolean> }) {
  const [owner, setOwner] = useState<string | null>(null);
  const [verifier, setVerifier] = useState<string | null>(null);
  return (
    <StepFrame
      ready={owner !== null || verifier !== null}
      word={t`Reassign`}
      take={() => take({ ...(owner !== null && { owner }), ...(verifier !== null && { verifier }) })}
      onClose={onClose}
    >
      <div>
        <p className={styles.note}>{t`New owner`}</p>
        <PersonSelect aria-label={t`New owner`} publishers value={owner} onChange={setOwner} />
      </div>
      <div>
        <p className={styles.note}>{t`New verifier`}</p>
        <PersonSelect aria-label={t`New verifier`} publishers value={verifier} onChange={setVerifier} />
      </div>
    </StepFrame>
  );
}

/** What putting them away breaks. */
export function ArchiveForm({ asked, effect, onClose }: Props & { readonly effect: RetireEffect }) {
  const names = useTermNames();
  const { emptied, kits, golden, requests, pins, lastUsed, nearest } = effect;
  const cells = emptied
    .slice(0, 5)
    .map(({ stage, persona }) => `${names.stage(stage)} × ${names.persona(persona)}`);
  return (
    <StepFrame ready word={t`Archive`} take={() => archiveNow(asked)} onClose={onClose}>
      <ul className={styles.breaks}>
        {emptied.length > 0 && (
          <li>
            {plural(emptied.length, {
              one: 'Leaves # cell of the coverage map empty:',
              other: 'Leaves # cells of the coverage map empty:',
            })}{' '}
            {listed(cells)}
            {emptied.length > cells.length && '…'}
          </li>
        )}
        {kits.length > 0 && (
          <li>
            {plural(kits.length, { one: '# kit loses a document:', other: '# kits lose a document:' })}{' '}
            {listed(kits.slice(0, 3).map(({ name }) => `“${name}”`))}
          </li>
        )}
        {golden.length > 0 && (
          <li>
            {plural(golden.length, {
              one: '# golden query loses a right answer:',
              other: '# golden queries lose a right answer:',
            })}{' '}
            {listed(golden.slice(0, 3).map(({ query }) => `“${query}”`))}
          </li>
        )}
        {requests.length > 0 && (
          <li>
            {plural(requests.length, {
              one: '# request was fulfilled with it:',
              other: '# requests were fulfilled with it:',
            })}{' '}
            {listed(requests.slice(0, 3).map(({ title }) => `“${title}”`))}
          </li>
        )}
        {pins > 0 && <li>{t`You have pinned it to Home.`}</li>}
      </ul>
      <p className={styles.note}>
        {lastUsed === null
          ? t`Nobody has used it.`
          : t`Last used on ${{ day: formatDate(lastUsed.at) }} by ${{ name: lastUsed.by.name }}.`}{' '}
        {nearest !== undefined && t`Nearest to it: “${{ title: nearest.title }}”.`}
      </p>
    </StepFrame>
  );
}
