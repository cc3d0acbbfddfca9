import { t } from '@lingui/core/macro';
import type { DimensionField } from '../../../../shared/vocabulary/asset-fields.ts';
import { DimensionSelect } from '../../../base/term-select.tsx';
import { useDimensions, useTermNames } from '../../../base/use-taxonomy.ts';
import { type AttributeProps, editorFor, Fact, None } from './fact.tsx';
import { TermsEditor } from './field-editors.tsx';

/** What the asset is by each of the hub's dimensions; who may not change it sees those alone that say something. */
export function DimensionFacts({ asset, onChange }: AttributeProps) {
  const dimensions = useDimensions();
  return dimensions
    .filter(({ field }) => asset.can.edit || (asset[field]?.length ?? 0) > 0)
    .map(({ field, name, many, required }) => (
      <DimensionFact
        key={field}
        field={field}
        name={name}
        many={many}
        required={required}
        asset={asset}
        onChange={onChange}
      />
    ));
}

type Props = AttributeProps & {
  readonly field: DimensionField;
  readonly name: string;
  readonly many: boolean;
  readonly required: boolean;
};

function DimensionFact({ field, name, many, required, asset, onChange }: Props) {
  const names = useTermNames();
  const terms = asset[field] ?? [];
  return (
    <Fact
      label={name}
      change={t`Change ${name}`}
      {...editorFor(asset, (close) => (
        <TermsEditor
          label={name}
          value={terms}
          most={many ? undefined : 1}
          required={required && terms.length > 0}
          select={(props) => <DimensionSelect {...props} field={field} />}
          close={close}
          onSave={(next) => onChange({ [field]: next }, t`${name} changed.`)}
        />
      ))}
    >
      {terms.length === 0 ? <None word={t`None`} /> : terms.map((term) => names.term(field, term)).join(', ')}
    </Fact>
  );
}
