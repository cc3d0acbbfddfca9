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
import { joiningTitle, type WaitingActions, WaitingToJoin } from './waiting-to-join.tsx';

/** What a joining is at, as a sentence. */
function joinSentence({ phase, done, total, bytes, assets }: JoinProgress): string {
  const sized = bytes > 0 ? [formatBytes(bytes)] : [];
  const found = assets > 0 ? [plural(assets, { one: '# asset', other: '# assets' })] : [];
  switch (phase) {
    case 'looking':
      return t`Looking at the hub`;
    case 'receiving':
      return [receivingFrom(done, total), ...sized, ...found].join(' · ');
    case 'reading':
      return [t`Reading what arrived`, ...sized, ...found].join(' · ');
    case 'held':
      return t`Waiting for the hub`;
    case 'ready':
      return [t`You’re in`, ...found].join(' · ');
    case 'waiting':
      return t`You’re waiting to be let in`;
  }
}

function receivingFrom(devices: number, of: number): string {
  const done = formatNumber(devices);
  return plural(of, {
    one: `Receiving from ${done} of # device`,
    other: `Receiving from ${done} of # devices`,
  });
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
      <h1 ref={heading} tabIndex={-1}>
        {joiningTitle(name)}
      </h1>
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
        {usable ? joinTitle(place.name) : t`Join a hub`}
      </h1>
      <PlaceLine location={place.location} />
      {place.place === 'arriving' && (
        <p
          className={styles.text}
        >{t`The folder is still being copied: parts of a hub are here, but not its description. You can join now; Kitbag continues by itself when the rest arrives.`}</p>
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
            error={asked && missing ? t`Enter your name.` : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {withCode ? (
            <TextInput
              label={t`Code of your other device`}
              description={t`It is shown there, on the Sync page. It makes this device yours too, with your role.`}
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

function joinTitle(name: string | undefined): string {
  return name === undefined ? t`Join this hub` : t`Join ${name}`;
}
