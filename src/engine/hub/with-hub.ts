import type { WithOffline } from '../offline/with-offline.ts';
import type { WithSession } from '../session/with-session.ts';
import type { FollowUp } from './follow-up.ts';
import type { HubLink } from './hub-link.ts';
import type { InStep } from './in-step.ts';

/** An open replica with the hub that it belongs to. */
export type WithHub = WithSession &
  WithOffline & { readonly link: HubLink; readonly followUp: FollowUp; readonly inStep: InStep };
