import type { GateHeld, GateQuestion } from '../../contract/gate.ts';
import { may } from '../../domain/people/permissions.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { GateReason, WayOut } from '../../shared/vocabulary/ways-out.ts';
import type { OpeningRefusal } from '../ports/extractor.ts';

/** What the gate says to people. A way or a reason without words does not compile. */

/** What a button calls a way, and what was not done: `can’t be dragged`. */
const WAYS: Readonly<Record<WayOut, { readonly verb: string; readonly done: string }>> = {
  open: { verb: 'Open', done: 'opened in another app' },
  save: { verb: 'Save', done: 'saved' },
  copy: { verb: 'Copy', done: 'copied' },
  drag: { verb: 'Drag', done: 'dragged' },
  present: { verb: 'Present', done: 'presented' },
  send: { verb: 'Send', done: 'sent' },
  assemble: { verb: 'Add', done: 'added to another file' },
};

/** What is the matter with it. */
const FACTS: Readonly<Record<GateReason, string>> = {
  recalled: 'It was recalled: don’t use it from now on.',
  expired: 'It has expired, so what it says may no longer be true.',
  draft: 'It is a draft: it isn’t approved, and reps don’t see it.',
  'in-review': 'It is in review: it isn’t approved, and reps don’t see it.',
  scheduled: 'Its release day is still ahead, and reps don’t see it yet.',
  archived: 'It is archived, and reps no longer see it.',
  internal: 'Internal only: not for customers.',
};

/** What it is called in a title. */
const NOUNS: Readonly<Record<GateReason, string>> = {
  recalled: 'recalled asset',
  expired: 'expired asset',
  draft: 'draft',
  'in-review': 'asset in review',
  scheduled: 'unreleased asset',
  archived: 'archived asset',
  internal: 'internal asset',
};

/** Why no other application is given a file. */
const DANGERS: Readonly<Record<OpeningRefusal, string>> = {
  kind: 'Files of this kind can run programs on your computer.',
  macros: 'It contains macros: small programs that can run when it is opened.',
  content: 'Its content is not what its name says, so another app could run it.',
  unchecked: 'Kitbag couldn’t check whether it is safe to open.',
};

type Reasons = readonly [GateReason, ...GateReason[]];

/** The question before something leaves. */
export function gateQuestion(title: string, way: WayOut, reasons: Reasons): GateQuestion {
  const [code] = reasons;
  const { verb } = WAYS[way];
  return {
    verdict: 'ask',
    code,
    grave: reasons.includes('internal'),
    title: `${verb} this ${NOUNS[code]}?`,
    message: sentences(title, reasons),
    confirm: `${verb} anyway`,
  };
}

/** Why it does not leave, what can be used in its place, and what there is to do. */
export function gateHeld(
  title: string,
  facts: { readonly way: WayOut; readonly role: Role },
  reasons: Reasons,
  instead?: { readonly asset: string; readonly title: string },
): GateHeld {
  const [code] = reasons;
  const remedy = instead === undefined ? remedyOf(code, facts) : `Use “${instead.title}” instead.`;
  return {
    verdict: 'refused',
    code,
    title: `This ${NOUNS[code]} can’t be ${WAYS[facts.way].done}`,
    message: `${sentences(title, reasons)} ${remedy}`.trim(),
    ...(instead !== undefined && { instead: { ...instead } }),
  };
}

/** Why a file that may leave is not opened from Kitbag, and the other way to it. */
export function notOpened(
  fileName: string,
  reason: OpeningRefusal,
): { readonly title: string; readonly why: string; readonly message: string } {
  const why = DANGERS[reason];
  return {
    why,
    title: 'Kitbag doesn’t open this file in another app',
    message: `“${fileName}”. ${why} If you trust it, save a copy and open it yourself.`,
  };
}

function sentences(title: string, reasons: Reasons): string {
  return [`“${title}”.`, ...reasons.map((reason) => FACTS[reason])].join(' ');
}

function remedyOf(code: GateReason, { way, role }: { readonly way: WayOut; readonly role: Role }): string {
  if (code === 'expired' && may(role, 'edit')) return 'Change its expiry date, or publish a current asset.';
  if (code === 'expired' || code === 'recalled') return 'Nothing current is like it: request a new one.';
  return way === 'drag' ? 'A drag can’t ask whether you mean to: copy it or save a copy instead.' : '';
}
