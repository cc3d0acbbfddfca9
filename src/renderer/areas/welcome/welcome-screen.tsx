import { t } from '@lingui/core/macro';
import { Button, Progress, TextInput } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconChartBar,
  IconMail,
  IconPhoneCall,
  IconUpload,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Progress as ProgressOf } from '../../../contract/session.ts';
import type { Role } from '../../../shared/vocabulary/roles.ts';
import { describeError } from '../../base/wire-error.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JoinForm, Joining } from '../hub/place/join-hub.tsx';
import { useJoinHub } from '../hub/place/use-join-hub.ts';
import { WayIn } from '../hub/place/way-in.tsx';
import { type FirstStart, useFirstStart } from './use-first-start.ts';
import styles from './welcome-screen.module.css';

/** By what somebody finds the hub of their team. */
type HowToJoin = 'folder' | 'bucket' | 'invitation';

type Props = { readonly dataFolder: string; readonly suggestedName: string };

const roles: readonly {
  readonly id: Role;
  readonly name: string;
  readonly icon: Icon;
  readonly text: string;
}[] = [
  {
    id: 'rep',
    name: t`Rep`,
    icon: IconPhoneCall,
    text: t`Find the right page before a call, rate how useful it was, ask for what is missing.`,
  },
  {
    id: 'marketer',
    name: t`Marketer`,
    icon: IconUpload,
    text: t`Everything a rep can, and publish documents, keep them fresh and answer requests.`,
  },
  {
    id: 'lead',
    name: t`Content lead`,
    icon: IconChartBar,
    text: t`Everything a marketer can, and see what works and what is missing, and manage stages, personas and tags.`,
  },
];

function RoleCards({ role, onChange }: { readonly role: Role; readonly onChange: (role: Role) => void }) {
  return (
    <fieldset className={styles.roles}>
      <legend className={styles.legend}>{t`Your role`}</legend>
      {roles.map(({ id, name, icon: Drawn, text }) => (
        <label key={id} className={styles.role} {...(role === id ? { 'data-chosen': true } : {})}>
          <input
            className={styles.radio}
            type="radio"
            name="role"
            value={id}
            checked={role === id}
            aria-label={name}
            aria-describedby={`role-${id}`}
            onChange={() => onChange(id)}
          />
          <span className={styles.roleName}>
            <Drawn size={20} stroke={1.6} aria-hidden />
            {name}
          </span>
          <span className={styles.roleText} id={`role-${id}`}>
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Making({ progress, sample }: { readonly progress: ProgressOf | null; readonly sample: boolean }) {
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.progress}>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {sample ? t`Making the sample hub` : t`Making your hub`}
      </h1>
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        size="lg"
        aria-label={t`${done} of ${total} done`}
        transitionDuration={100}
      />
      <p className={styles.current} role="status">
        {total > 1 ? t`${done} of ${total}${progress?.current ? ` · ${progress.current}` : ''}` : ' '}
      </p>
    </div>
  );
}

function Failed({
  error,
  onRetry,
  onBack,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}) {
  return (
    <div role="alert">
      <EmptyState
        level={1}
        icon={IconAlertTriangle}
        title={t`The hub could not be made`}
        text={describeError(error).message}
        action={
          <>
            <Button variant="default" onClick={onBack}>{t`Back`}</Button>
            <Button onClick={onRetry}>{t`Try again`}</Button>
          </>
        }
      />
    </div>
  );
}

/** The ways into the hub of one's team: whoever was invited has all that is needed in their mail. */
function JoinTeam({ onJoin }: { readonly onJoin: (how: HowToJoin) => void }) {
  return (
    <section className={styles.join} aria-label={t`Your team’s hub`}>
      <div className={styles.invited}>
        <div>
          <h2 className={styles.or}>{t`Join your team’s hub`}</h2>
          <p
            className={styles.offerText}
          >{t`Paste the invitation that your lead sent you: it says where the hub is.`}</p>
        </div>
        <Button
          leftSection={<IconMail size={16} aria-hidden />}
          onClick={() => onJoin('invitation')}
        >{t`Use an invitation…`}</Button>
      </div>
      <p className={styles.uninvited}>
        {t`No invitation?`}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onJoin('folder')}
        >{t`Choose its folder…`}</Button>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onJoin('bucket')}
        >{t`Use its bucket…`}</Button>
      </p>
    </section>
  );
}

function Questions({
  dataFolder,
  suggestedName,
  onStart,
  onJoin,
}: Props & {
  readonly onStart: (start: FirstStart) => void;
  readonly onJoin: (how: HowToJoin, name: string) => void;
}) {
  const [name, setName] = useState(suggestedName);
  const [role, setRole] = useState<Role>('rep');
  const [asked, setAsked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const missing = name.trim() === '';
  useEffect(() => {
    nameField.current?.focus();
    nameField.current?.select();
  }, []);
  const start = (sample: boolean): void => {
    setAsked(true);
    if (missing) nameField.current?.focus();
    else onStart({ name: name.trim(), role, sample });
  };
  return (
    <>
      <header>
        <h1 className={styles.title}>{t`Welcome to Kitbag`}</h1>
        <p
          className={styles.lead}
        >{t`The content hub that you carry with you: find the right page before a call, say how useful it was, ask for what is missing. Everything is on this computer and works without a network.`}</p>
      </header>
      <TextInput
        ref={nameField}
        label={t`Your name`}
        description={t`Colleagues see it beside your ratings and requests.`}
        maw={360}
        maxLength={300}
        value={name}
        error={asked && missing ? t`Please say who you are.` : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <JoinTeam onJoin={(how) => onJoin(how, name.trim())} />
      <h2 className={styles.or}>{t`Or start your own hub`}</h2>
      <RoleCards role={role} onChange={setRole} />
      <div className={styles.offers}>
        <section className={styles.offer} aria-label={t`Sample hub`}>
          <p
            className={styles.offerText}
          >{t`About 30 documents from a fictional vendor, with ratings and requests: to look around in, whatever your role.`}</p>
          <Button variant="default" onClick={() => start(true)}>{t`Explore the sample hub`}</Button>
        </section>
        <section className={styles.offer} aria-label={t`Your own hub`}>
          <p
            className={styles.offerText}
          >{t`An empty hub. As a marketer or content lead you drop your files and folders onto the window, and publish them.`}</p>
          <Button variant="default" onClick={() => start(false)}>{t`Start with my own documents`}</Button>
        </section>
      </div>
      <p
        className={styles.foot}
      >{t`You can change your name and role later. Kitbag keeps its data in ${dataFolder}`}</p>
    </>
  );
}

/** The first start: who you are, and with what to begin. */
export function WelcomeScreen({ dataFolder, suggestedName }: Props) {
  const { state, start, ask } = useFirstStart();
  const joining = useJoinHub();
  const { step, busy, choose, join, back, resume, giveUp } = joining;
  const [typed, setTyped] = useState(suggestedName);
  return (
    <main className={styles.window} data-screen="Welcome" data-ready="true">
      <div className={styles.page}>
        <WayIn joining={joining} />
        {step.at === 'found' && (
          <JoinForm
            key={step.place.grant}
            place={step.place}
            suggestedName={typed}
            before={step.who}
            invited={step.fingerprint}
            problem={step.problem}
            busy={busy}
            onJoin={(who) => join(step.place, who)}
            onChoose={() => choose()}
            onBack={back}
          />
        )}
        {step.at === 'joining' && (
          <Joining
            name={step.name}
            progress={step.progress}
            waiting={{
              onStartAnyway: () => resume(step.name, true),
              onChoose: () => choose(),
              onGiveUp: giveUp,
              inBucket: step.location?.kind === 'bucket',
            }}
          />
        )}
        {step.at === 'start' && state.step === 'asking' && (
          <Questions
            dataFolder={dataFolder}
            suggestedName={typed}
            onStart={start}
            onJoin={(how, name) => {
              setTyped(name);
              if (how === 'folder') choose();
              else if (how === 'bucket') joining.nameBucket();
              else joining.takeInvitation();
            }}
          />
        )}
        {state.step === 'working' && <Making progress={state.progress} sample={state.sample} />}
        {state.step === 'failed' && (
          <Failed error={state.error} onRetry={() => start(state.start)} onBack={ask} />
        )}
      </div>
    </main>
  );
}
