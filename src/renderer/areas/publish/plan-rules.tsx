import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Rule } from '../../../contract/rules.ts';
import { dimensionFieldsIn } from '../../../shared/vocabulary/asset-fields.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError, showUndo } from '../../base/undo-toast.ts';
import classes from './plan.module.css';
import { proposedWords } from './plan-words.ts';
import type { RowTerms } from './row-terms.ts';

/** The rules that imports follow, where they can be taken out of use. */
export function PlanRules({ terms }: { readonly terms: RowTerms }) {
  const { data: rules = [] } = useQuery(orpc.rules.list.queryOptions());
  if (rules.length === 0) return null;
  return (
    <details className={classes.rules}>
      <summary>{plural(rules.length, { one: '# rule for imports', other: '# rules for imports' })}</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <code>{rule.pattern}</code> <span>{ruleWords(rule, terms)}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t`Remove the rule ${{ pattern: rule.pattern }}`}
              onClick={() => void remove(rule).catch(showError)}
            >{t`Remove`}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

async function remove({ id, pattern }: Rule): Promise<void> {
  const { undo } = await engine.rules.remove({ id });
  const message = t`Rule removed: ${{ pattern }}`;
  showUndo({ message, undo: () => (undo === undefined ? undefined : engine.undo.take({ undo: [undo] })) });
}

function ruleWords({ set }: Rule, rowTerms: RowTerms): string {
  const { type, stages = [], personas = [], products = [], audience, language } = set;
  const said = [
    { attribute: 'type', values: type === undefined ? [] : [type] },
    { attribute: 'stages', values: stages },
    { attribute: 'personas', values: personas },
    { attribute: 'products', values: products },
    { attribute: 'audience', values: audience === undefined ? [] : [audience] },
    { attribute: 'language', values: language === undefined ? [] : [language] },
  ] as const;
  const terms = dimensionFieldsIn(set).map((field) => ({ attribute: field, values: set[field] ?? [] }));
  return [...said, ...terms]
    .filter(({ values }) => values.length > 0)
    .map((one) => proposedWords(one, rowTerms))
    .join(' · ');
}
