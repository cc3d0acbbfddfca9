import { plural, t } from '@lingui/core/macro';
import { Button, Progress, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { JoinProgress } from '../../../../contract/hub.ts';
import { formatBytes, formatNumber } from '../../../ui/format.ts';
import type { ChosenPlace } from './choose-place.ts';
import { FingerprintCheck, fingerprintProblem } from './fingerprint-check.tsx';
import { joiningHindrance } from './hindrance.ts';
import styles from './hub.module.css';
import { PlaceLine } from './place-line.tsx';
import type { Joiner } from './use-join-hub.ts';
import { type WaitingActions, WaitingToJoin } from './waiting-to-join.tsx';

/** What a joining is at, as a sentence. */
export function joinSentence({ phase, done, total, bytes, assets }: JoinProgress): string {
  const sized = bytes > 0 ? ` · ${formatBytes(bytes)}` : '';
  const found = assets > 0 ? ` · ${plural(assets, { one: '# asset', other: '# assets' })}` : '';
  switch (phase) {
    case 'looking':
      return t`Looking at the hub`;
    case 'receiving':
      return t`Receiving from ${formatNumber(done)} of ${plural(total, { one: '# device', other: '# devices' })}${sized}${found}`;
    case 'reading':
      return t`Reading what came${sized}${found}`;
    case 'held':
      return t`Waiting for the hub`;
    case 'ready':
      return t`You are in${found}`;
    case 'waiting':
      return t`You are waiting to be let in`;
  }
}

type JoiningProps = {
  readonly name: string;
  readonly progress: JoinProgress | null;
  /** What can be done while it waits. */
  readonly waiting: WaitingActions;
};

/** How far a joining is, or what it waits for. */
export function Joining({ name, progress, waiting }: JoiningProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (progress?.held !== undefined)
    return <WaitingToJoin name={name} held={progress.held} headingRef={heading} {...waiting} />;
  const part = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  const sentence = progress === null ? t`Looking at the hub` : joinSentence(progress);
  return (
    <div className={styles.steps}>
      <h1 ref={heading} tabIndex={-1}>{t`Joining ${name}`}</h1>
      <Progress value={part * 100} size="lg" aria-label={sentence} transitionDuration={100} />
      <p className={`${styles.text} ${styles.quiet}`} role="status">
        {sentence}
      </p>
      <p
        className={`${styles.text} ${styles.quiet}`}
      >{t`Search works as soon as the texts are here. The files themselves follow in the background.`}</p>
    </div>
  );
}

type Props = {
  readonly place: ChosenPlace;
  readonly suggestedName: string;
  /** What one said the last time. */
  readonly before: Joiner | undefined;
  /** The fingerprint in one's invitation. */
  readonly invited: string | undefined;
  /** What went wrong the last time. */
  readonly problem: string | null;
  readonly busy: boolean;
  readonly onJoin: (who: Joiner) => void;
  readonly onChoose: () => void;
  readonly onBack: () => void;
};

/** The hub that was found, who one is, and perhaps a code of a device that one has already. */
export function JoinForm({
  place,
  suggestedName,
  before,
  invited,
  problem,
  busy,
  onJoin,
  onChoose,
  onBack,
}: Props) {
  const [name, setName] = useState(before?.name ?? suggestedName);
  const [withCode, setWithCode] = useState(before?.code !== undefined);
  const [code, setCode] = useState(before?.code ?? '');
  const [invitation, setInvitation] = useState(invited ?? '');
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const fingerprintField = useRef<HTMLInputElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const missing = name.trim() === '';
  const trouble = joiningHindrance(place) ?? problem;
  const usable = joiningHindrance(place) === null;
  const join = (): void => {
    setAsked(true);
    const isOther = fingerprintProblem(place.fingerprint, invitation) !== null;
    if (isOther) fingerprintField.current?.focus();
    else if (missing) nameField.current?.focus();
    if (isOther || missing || !usable) return;
    // Without an invitation: the hub that was shown, whatever lies there when it is joined.
    const fingerprint = invitation.trim() === '' ? place.fingerprint : invitation;
    onJoin({
      name: name.trim(),
      invited: invitation,
      ...(withCode && code.trim() !== '' && { code: code.trim() }),
      ...(fingerprint !== undefined && { fingerprint }),
    });
  };
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault();
        join();
      }}
    >
      <h1 ref={heading} tabIndex={-1}>
        {usable ? t`Join ${place.name ?? 'this hub'}` : t`Join a hub`}
      </h1>
      <PlaceLine location={place.location} />
      {place.place === 'arriving' && (
        <p
          className={styles.text}
        >{t`The folder is still being copied: parts of a hub are here, its description is not. You can join now; Kitbag goes on by itself when the rest arrives.`}</p>
      )}
      {trouble !== null && (
        <p className={styles.problem} role="alert">
          {trouble}
        </p>
      )}
      {usable && (
        <>
          <FingerprintCheck
            fieldRef={fingerprintField}
            fingerprint={place.fingerprint}
            value={invitation}
            onChange={setInvitation}
          />
          <TextInput
            ref={nameField}
            label={t`Your name`}
            description={t`Colleagues see it beside your ratings and requests.`}
            maw={400}
            maxLength={300}
            value={name}
            error={asked && missing ? t`Please say who you are.` : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {withCode ? (
            <TextInput
              label={t`Code of your other device`}
              description={t`It is shown there, on the Sync page. With it this device is yours too, with your role.`}
              maw={400}
              maxLength={60}
              value={code}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          ) : (
            <Button
              className={styles.link ?? ''}
              variant="subtle"
              size="compact-sm"
              onClick={() => setWithCode(true)}
            >{t`I already use this hub on another device`}</Button>
          )}
          {!withCode && (
            <p
              className={`${styles.text} ${styles.quiet}`}
            >{t`You’ll join as a rep: find, rate and ask. A content lead may have to let you in first, and can give you another role.`}</p>
          )}
        </>
      )}
      <div className={styles.line}>
        <Button variant="default" disabled={busy} onClick={onBack}>{t`Back`}</Button>
        <Button variant="default" disabled={busy} onClick={onChoose}>
          {place.location.kind === 'folder' ? t`Choose another folder…` : t`Change the bucket…`}
        </Button>
        {usable && <Button type="submit" loading={busy}>{t`Join`}</Button>}
      </div>
    </form>
  );
}
