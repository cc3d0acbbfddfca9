import type { GateHeld, GateQuestion, Instead } from '../../contract/gate.ts';
import { may } from '../../domain/people/permissions.ts';
import { says } from '../../shared/says/says.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { GateReason, OpeningRefusal, WayOut } from '../../shared/vocabulary/ways-out.ts';

/** What the gate tells people. */

type Reasons = readonly [GateReason, ...GateReason[]];

/** The question before something leaves. */
export function gateQuestion(title: string, way: WayOut, reasons: Reasons): GateQuestion {
  const [code] = reasons;
  return {
    verdict: 'ask',
    code,
    grave: reasons.includes('internal'),
    title: says('gate.question', { way, reason: code }),
    says: says('gate.about', { title, facts: reasons.map(factOf) }),
    confirm: says('gate.anyway', { way }),
  };
}

/** Why it does not leave, what can be used in its place, and what there is to do. */
export function gateHeld(
  {
    id,
    title,
    recall,
  }: { readonly id: string; readonly title: string; readonly recall: { readonly reason: string } | null },
  facts: { readonly way: WayOut; readonly role: Role },
  reasons: Reasons,
  instead?: Instead,
): GateHeld {
  const [code] = reasons;
  const remedy =
    instead === undefined
      ? remedyOf(code, facts)
      : instead.asset === id
        ? says('gate.use-current')
        : says('gate.use-instead', { title: instead.title });
  return {
    verdict: 'refused',
    code,
    title: says('gate.refused', { way: facts.way, reason: code }),
    says: says('gate.about', {
      title,
      facts: [...reasons.map((reason) => whyHeld(reason, recall)), ...(remedy === undefined ? [] : [remedy])],
    }),
    ...(instead !== undefined && { instead }),
  };
}

/** Why a file that may leave is not opened from Kitbag, and the other way to it. */
export function notOpened(fileName: string, reason: OpeningRefusal) {
  const why = says(`gate.danger-${reason}`);
  return { why, title: says('gate.opens-not'), says: says('gate.dangerous', { fileName, danger: why }) };
}

function factOf(reason: GateReason) {
  return says(`gate.${reason}`);
}

/** Why something is held back; a recall says why itself. */
export function whyHeld(reason: GateReason, recall: { readonly reason: string } | null) {
  return reason === 'recalled' && recall !== null
    ? says('gate.recalled-because', { reason: recall.reason })
    : factOf(reason);
}

function remedyOf(code: GateReason, { way, role }: { readonly way: WayOut; readonly role: Role }) {
  if (code === 'expired' && may(role, 'edit')) return says('gate.change-expiry');
  if (code === 'expired' || code === 'recalled') return says('gate.request-new');
  return way === 'drag' ? says('gate.drag-cannot-ask') : undefined;
}
