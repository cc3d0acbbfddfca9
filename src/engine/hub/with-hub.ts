import type { WithOffline } from '../offline/with-offline.ts';
import type { WithSession } from '../session/with-session.ts';
import type { HubLink } from './hub-link.ts';

/** An open replica with the hub that it belongs to. */
export type WithHub = WithSession & WithOffline & { readonly link: HubLink };
