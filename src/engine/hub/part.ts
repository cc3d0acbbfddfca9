import { nameOfError } from '../../shared/defect.ts';
import type { Life } from '../base/parts.ts';
import type { WithOffline } from '../offline/with-offline.ts';
import { noteStanding } from '../session/session.ts';
import type { WithSession } from '../session/with-session.ts';
import { FollowUp } from './follow-up.ts';
import { HubLink } from './hub-link.ts';
import { InStep } from './in-step.ts';

/** Opens the link to the hub, and what follows from an exchange. Files can come from the hub from now on. */
export async function hubPart(replica: WithSession & WithOffline, life: Life) {
  const { ports, catalog, changes, offline } = replica;
  const link = await HubLink.open(ports, catalog, changes);
  const connect = (): void => offline.connect(link.place === undefined ? undefined : link);
  link.onConnect(connect);
  link.onExchange(({ outcome }) => outcome === 'exchanged' && offline.wake());
  connect();
  const note = (): void => {
    // Where that can't be kept, the next exchange does.
    void noteStanding(replica).catch((error: unknown) => {
      ports.logger.warn('standing-not-noted', { error: nameOfError(error) });
    });
  };
  life.onStart(note);
  link.onExchange(note);
  const followUp = new FollowUp({ ...replica, link });
  life.onClose('exchange-not-followed-up', () => followUp.idle());
  const inStep = new InStep({ ports, catalog, link, followUp });
  life.onClose('exchange-not-ended', () => inStep.close());
  return { link, followUp, inStep };
}
