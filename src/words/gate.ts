import type { MessageDescriptor } from '@lingui/core';
import { msg, select } from '@lingui/core/runtime-macro';
import type { GateSays } from '../shared/says/gate.ts';
import type { GateReason, WayOut } from '../shared/vocabulary/ways-out.ts';
import { sentences } from './sentence.ts';
import type { Words } from './words.ts';

/** What the gate asks before something leaves, and why something does not leave. The ways in a sentence are ICU's: `other` is `assemble`. */

type OfReason = Readonly<Record<GateReason, (way: WayOut) => MessageDescriptor>>;

const QUESTIONS: OfReason = {
  recalled: (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this recalled asset?`,
  expired: (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this expired asset?`,
  draft: (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this draft?`,
  'in-review': (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this asset in review?`,
  scheduled: (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this unreleased asset?`,
  archived: (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this archived asset?`,
  internal: (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this internal asset?`,
  superseded: (way) =>
    msg`${select({ way }, { open: 'Open', save: 'Save', copy: 'Copy', drag: 'Drag', present: 'Present', send: 'Send', other: 'Add' })} this earlier version?`,
};

const REFUSALS: OfReason = {
  recalled: (way) =>
    msg`This recalled asset can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  expired: (way) =>
    msg`This expired asset can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  draft: (way) =>
    msg`This draft can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  'in-review': (way) =>
    msg`This asset in review can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  scheduled: (way) =>
    msg`This unreleased asset can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  archived: (way) =>
    msg`This archived asset can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  internal: (way) =>
    msg`This internal asset can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
  superseded: (way) =>
    msg`This earlier version can’t be ${select({ way }, { open: 'opened in another app', save: 'saved', copy: 'copied', drag: 'dragged', present: 'presented', send: 'sent', other: 'added to another file' })}`,
};

const ANYWAY: Readonly<Record<WayOut, () => MessageDescriptor>> = {
  open: () => msg`Open anyway`,
  save: () => msg`Save anyway`,
  copy: () => msg`Copy anyway`,
  drag: () => msg`Drag anyway`,
  present: () => msg`Present anyway`,
  send: () => msg`Send anyway`,
  assemble: () => msg`Add anyway`,
};

export const gateWords: Words<GateSays> = {
  'gate.question': ({ way, reason }) => QUESTIONS[reason](way),
  'gate.anyway': ({ way }) => ANYWAY[way](),
  'gate.refused': ({ way, reason }) => REFUSALS[reason](way),
  'gate.about': ({ title, facts }, say) => msg`“${{ title }}”. ${{ facts: sentences(...facts.map(say)) }}`,
  'gate.held': ({ title, about }, say) => msg`${{ title: say(title) }}: ${{ about: say(about) }}`,
  'gate.asked': ({ title, about }, say) => msg`${{ title: say(title) }} ${{ about: say(about) }}`,

  'gate.recalled-because': ({ reason }) => msg`It was recalled (“${{ reason }}”): don’t use it from now on.`,
  'gate.recalled': () => msg`It was recalled: don’t use it from now on.`,
  'gate.expired': () => msg`It has expired, so what it says may no longer be true.`,
  'gate.draft': () => msg`It is a draft: it isn’t approved, and reps don’t see it.`,
  'gate.in-review': () => msg`It is in review: it isn’t approved, and reps don’t see it.`,
  'gate.scheduled': () => msg`Its release day is still ahead, and reps don’t see it yet.`,
  'gate.archived': () => msg`It is archived, and reps no longer see it.`,
  'gate.internal': () => msg`Internal only: not for customers.`,

  'gate.superseded': () => msg`A later version has replaced it.`,

  'gate.use-current': () => msg`Use the current version instead.`,
  'gate.use-instead': ({ title }) => msg`Use “${{ title }}” instead.`,
  'gate.change-expiry': () => msg`Change its expiry date, or publish a current asset.`,
  'gate.request-new': () => msg`Nothing current is like it: request a new one.`,
  'gate.drag-cannot-ask': () => msg`A drag can’t ask whether you mean to: copy it or save a copy instead.`,

  'gate.opens-not': () => msg`Kitbag doesn’t open this file in another app`,
  'gate.dangerous': ({ fileName, danger }, say) =>
    msg`“${{ fileName }}”. ${{ danger: say(danger) }} If you trust it, save a copy and open it yourself.`,
  'gate.save-a-copy': () => msg`Save a copy`,
  'gate.danger-kind': () => msg`Files of this kind can run programs on your computer.`,
  'gate.danger-macros': () => msg`It contains macros: small programs that can run when it is opened.`,
  'gate.danger-content': () => msg`Its content is not what its name says, so another app could run it.`,
  'gate.danger-unchecked': () => msg`Kitbag couldn’t check whether it is safe to open.`,
};
