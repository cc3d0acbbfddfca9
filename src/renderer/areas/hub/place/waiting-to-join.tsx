import { plural, t } from '@lingui/core/macro';
import { Button, Progress } from '@mantine/core';
import type { RefObject } from 'react';
import type { JoiningHeld } from '../../../../contract/hub.ts';
import { say } from '../../../../words/say.ts';
import { sentences } from '../../../../words/sentence.ts';
import { formatNumber } from '../../../ui/format.ts';
import styles from './hub.module.css';

/** What one can do while joining waits. */
export type WaitingActions = {
  readonly onStartAnyway: () => void;
  readonly onChoose: () => void;
  readonly onGiveUp: () => void;
  /** The hub is in a bucket: other keys may help. */
  readonly inBucket: boolean;
};

type Props = WaitingActions & {
  readonly name: string;
  readonly held: JoiningHeld;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
};

/** A heading while one joins; the hub's name is empty while nobody knows it. */
export function joiningTitle(name: string): string {
  return name === '' ? t`Joining the hub` : t`Joining ${name}`;
}

/** The hub is not here whole yet, or can't be reached: what is missing, kept current, and that it goes on by itself. */
export function WaitingToJoin({
  name,
  held,
  headingRef,
  onStartAnyway,
  onChoose,
  onGiveUp,
  inBucket,
}: Props) {
  const { missing, of, mayStart } = held;
  // Then somebody has to do something: it is not a matter of time.
  const isRefused = held.reason === 'denied';
  const arrived = formatNumber(of - missing);
  const here = plural(of, { one: `${arrived} of # object here`, other: `${arrived} of # objects here` });
  const choose = (
    <Button key="choose" variant={isRefused ? 'filled' : 'default'} onClick={onChoose}>
      {inBucket ? t`Change place or keys…` : t`Choose another place…`}
    </Button>
  );
  const start = mayStart && (
    <Button key="start" variant={isRefused ? 'default' : 'filled'} onClick={onStartAnyway}>
      {isRefused ? t`Read without joining in` : t`Start with what is here`}
    </Button>
  );
  return (
    <div className={styles.steps}>
      <h1 ref={headingRef} tabIndex={-1}>
        {joiningTitle(name)}
      </h1>
      <p className={styles.text} role="status">
        {say(held.says)}
      </p>
      {of > 1 && (
        <div>
          <Progress
            value={((of - missing) / of) * 100}
            size="lg"
            aria-label={here}
            transitionDuration={100}
          />
          <p className={`${styles.text} ${styles.quiet}`}>{here}</p>
        </div>
      )}
      <p className={`${styles.text} ${styles.quiet}`}>{whatToDo(mayStart, isRefused)}</p>
      <div className={styles.line}>
        <Button variant="default" onClick={onGiveUp}>{t`Give up`}</Button>
        {/* What leads on stands last. */}
        {isRefused ? [start, choose] : [choose, start]}
      </div>
    </div>
  );
}

function whatToDo(mayStart: boolean, isRefused: boolean): string {
  const wait = t`Kitbag checks again by itself. You can close it: joining continues the next time you start it.`;
  if (!mayStart) return wait;
  return sentences(
    wait,
    isRefused
      ? t`Or read what is already here: nobody sees your ratings and requests until then.`
      : t`Or start with what is here; the rest follows.`,
  );
}
