import { t } from '@lingui/core/macro';
import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { letInSentence } from '../../words/let-in.ts';
import { say } from '../../words/say.ts';
import { engine, orpc } from '../base/engine-client.ts';
import { useEngineStatus, useRestarted } from '../base/use-engine-status.ts';
import { useSession } from '../base/use-session.ts';
import shellStyles from './app-shell.module.css';
import styles from './banners.module.css';

type BannerProps = {
  readonly tone: 'info' | 'warn' | 'bad';
  readonly text: string;
  readonly children?: ReactNode;
  readonly onClose?: () => void;
};

function Banner({ tone, text, children, onClose }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={styles.text}>{text}</span>
      {children}
      {onClose !== undefined && <CloseButton size="sm" c="inherit" aria-label={t`Close`} onClick={onClose} />}
    </div>
  );
}

function EngineBanner() {
  const engine = useEngineStatus();
  const [restarted, acknowledge] = useRestarted();
  if (engine.status === 'failed')
    return (
      <Banner tone="bad" text={say(engine.says)}>
        <Button
          size="compact-sm"
          onClick={() => void window.kitbag.restartEngine()}
        >{t`Start it again`}</Button>
      </Banner>
    );
  if (engine.status === 'restarting')
    return (
      <Banner
        tone="warn"
        text={t`Reconnecting: the engine stopped and starts again. What was saved is safe.`}
      />
    );
  if (restarted)
    return (
      <Banner
        tone="info"
        text={t`The engine had stopped and was started again. Everything that was saved is there; what was under way may have to be done again.`}
        onClose={acknowledge}
      />
    );
  return null;
}

function ProblemBanners() {
  const { problems } = useSession();
  const [closed, setClosed] = useState<readonly string[]>([]);
  return problems
    .map(({ says }) => say(says))
    .filter((text) => !closed.includes(text))
    .map((text) => (
      <Banner key={text} tone="warn" text={text} onClose={() => setClosed([...closed, text])} />
    ));
}

/** One is not in, or not in any more. */
function StandingBanner() {
  const { standing, letIn, hub } = useSession();
  const { data: link } = useQuery(orpc.hub.state.queryOptions());
  // What this device can't write, nobody can answer.
  if (standing === 'waiting' && link?.reason === 'denied')
    return (
      <Banner
        tone="warn"
        text={t`Nobody in ${hub.name} knows of you yet: this device can read the hub, but not write to it. Open Sync to see what to do.`}
      />
    );
  if (standing === 'waiting')
    return (
      <Banner
        tone="info"
        text={t`You are waiting to be let into ${hub.name}. A content lead has to let you in. You can find and read what is in the hub already; your ratings and requests reach your colleagues as soon as you are in.`}
      />
    );
  if (letIn !== undefined)
    return (
      <Banner
        tone="info"
        text={letInSentence(letIn, hub.name)}
        onClose={() => void engine.session.toldIn()}
      />
    );
  if (standing === 'removed')
    return (
      <Banner
        tone="warn"
        text={t`You are no longer a member of ${hub.name}. What came before stays and can be read here; nothing new that you do counts for others. Ask a content lead if this is a mistake.`}
      />
    );
  return null;
}

/** What one should know at the moment, above the screen. */
export function Banners() {
  return (
    <div className={shellStyles.banner}>
      <EngineBanner />
      <StandingBanner />
      <ProblemBanners />
    </div>
  );
}
