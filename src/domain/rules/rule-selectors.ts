import type { Holds } from '../kernel/holds.ts';
import type { RuleBody, RulesPart } from './rules.ts';

/** What one asks of the rules for imports. */

/** All rules, in use or retired. */
export function allRules({ state }: Holds<RulesPart>): RuleBody[] {
  return [...state.rules.values()].map(({ value }) => value);
}

/** A rule, in use or retired. */
export function knownRule({ state }: Holds<RulesPart>, id: string): RuleBody | undefined {
  return state.rules.get(id)?.value;
}
