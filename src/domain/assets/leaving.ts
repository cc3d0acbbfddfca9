/** What events of this area take out of their author’s device, in words to them: see `leaves` of `kernel/define-event.ts`. */

export const PUBLISHED =
  'What you publish or save as a draft: the file, its text and pictures, and what you say about it';
export const CHANGED = 'What you change, verify, publish and drop, and when';
