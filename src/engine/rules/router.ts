import type { WithAssets } from '../assets/with-assets.ts';
import type { Implementer } from '../base/implementer.ts';
import { keepRule, listRules, removeRule } from './rules.ts';

/** Rules for imports. */
export function rulesRouter({ rules }: Implementer, replica: () => WithAssets) {
  return {
    list: rules.list.handler(() => listRules(replica())),
    keep: rules.keep.handler(({ input }) => keepRule(replica(), input)),
    remove: rules.remove.handler(({ input }) => removeRule(replica(), input.id)),
  };
}
