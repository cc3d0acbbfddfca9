/**
 * Every way by which a file can leave Kitbag. A new one is added here and nowhere else: whoever decides, asks, words or carries it out has a
 * table by this type, and does not compile until it says what the new way is to it.
 */
export const WAYS_OUT = ['open', 'save', 'copy', 'drag', 'present', 'send', 'assemble'] as const;

/** A way out: opened in another application, saved, copied, dragged, shown to others, sent, made part of another file. */
export type WayOut = (typeof WAYS_OUT)[number];

/** Why a file may not leave, or not without a question. Other programs read these codes: `refused: [{ id, code, message }]`. */
export const GATE_REASONS = [
  'recalled',
  'expired',
  'draft',
  'in-review',
  'scheduled',
  'archived',
  'internal',
  'superseded',
] as const;

/** A reason of the gate. */
export type GateReason = (typeof GATE_REASONS)[number];

/** Why a file is not given to another application to be opened. */
export type OpeningRefusal =
  | 'kind' // not on the list of what is only shown: files of this kind can hold or start programs
  | 'macros' // a document with macros in it
  | 'content' // not what its name says, so that another application may take it for something else
  | 'unchecked'; // looking into it took too long or failed
