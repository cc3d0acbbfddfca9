import type { KitGateAnswer } from '../../contract/kit-steps.ts';
import { gateVerdict } from '../../domain/assets/gate.ts';
import { says } from '../../shared/says/says.ts';
import type { WayOut } from '../../shared/vocabulary/ways-out.ts';
import { whyHeld } from '../gate/gate-messages.ts';
import { insteadOfKit } from './kit-life.ts';
import { kitOf } from './kit-of.ts';
import type { WithKits } from './with-kits.ts';

/**
 * Whether a kit may leave on a way, by the one rule that holds for assets: what was recalled or has expired leaves on none, whatever its
 * documents could do by themselves. What would be asked about is asked of its documents, one by one: each passes the gate besides. Throws
 * `Refusal` NOT_FOUND.
 */
export function passKit(
  replica: WithKits,
  { kit: id, way }: { readonly kit: string; readonly way: WayOut },
): KitGateAnswer {
  const { own, state, released, audience, name: title, recall } = kitOf(replica, id).summary;
  const { role } = replica.catalog.self();
  const verdict = gateVerdict({
    way,
    state,
    released,
    draftVersion: false,
    superseded: false,
    audience,
    role,
  });
  if (own || verdict.verdict !== 'refused') return { verdict: 'allowed' };
  const [code] = verdict.reasons;
  if (code !== 'recalled' && code !== 'expired') return { verdict: 'allowed' };
  const instead = insteadOfKit(replica, kitOf(replica, id).summary);
  const named =
    instead && says('gate.use-instead', { title: 'kit' in instead ? instead.name : instead.title });
  return {
    verdict: 'refused',
    code,
    title: says('kits.held', { way, reason: code }),
    says: says('gate.about', {
      title,
      facts: [whyHeld(code, recall), ...(named === undefined ? [] : [named])],
    }),
    ...(instead !== undefined && { instead }),
  };
}
