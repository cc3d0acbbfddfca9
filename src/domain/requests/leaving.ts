/** What events of this area take out of their author’s device, in words to them: see `leaves` of `kernel/define-event.ts`. */

export const REQUESTED = 'What you request, for which stage, persona and deal, and your answers to requests';
export const BACKED = 'Your votes for requests, with the deal value that you give, and your comments on them';
