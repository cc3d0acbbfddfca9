/** What events of this area take out of their author’s device, in words to them: see `leaves` of `kernel/define-event.ts`. */

export const ONESELF = 'Your name, and the names and public keys of your devices';
export const STANDING = 'Whom you let in, remove and give a role';
export const HUB_DECIDED = 'What you decide about the hub: its name and its policies';
