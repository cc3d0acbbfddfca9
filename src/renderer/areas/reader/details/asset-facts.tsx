import type { ReactNode } from 'react';
import type { AssetChanges, AssetDetail } from '../../../../contract/assets.ts';
import { PersonaSelect, ProductSelect, StageSelect } from '../../../base/term-select.tsx';
import { useTermNames } from '../../../base/use-taxonomy.ts';
import classes from './details.module.css';
import { Fact } from './fact.tsx';
import { AudienceEditor, TagsEditor, TermsEditor, TextEditor, TypeEditor } from './field-editors.tsx';
import { LifeFacts } from './life-facts.tsx';

type Props = {
  readonly asset: AssetDetail;
  readonly onChange: (set: AssetChanges, done: string) => void;
};

type Editor = { readonly editor?: (close: () => void) => ReactNode };

/** What the asset is for; for marketers each line can be changed in its place. */
export function AssetFacts({ asset, onChange }: Props) {
  const names = useTermNames();
  const may = (editor: (close: () => void) => ReactNode): Editor => (asset.can.edit ? { editor } : {});
  const none = <span className={classes.none}>None</span>;
  const list = (ids: readonly string[], name: (id: string) => string) =>
    ids.length === 0 ? none : ids.map(name).join(', ');
  return (
    <dl className={classes.facts}>
      {asset.can.edit && (
        <Fact
          label="Title"
          {...may((close) => (
            <TextEditor
              label="Title"
              value={asset.title}
              required
              close={close}
              onSave={(title) => onChange({ title }, 'The title is changed.')}
            />
          ))}
        >
          {asset.title}
        </Fact>
      )}
      <Fact
        label="Buying stages"
        {...may((close) => (
          <TermsEditor
            label="Buying stages"
            value={asset.stages}
            required
            select={StageSelect}
            close={close}
            onSave={(stages) => onChange({ stages }, 'The buying stages are changed.')}
          />
        ))}
      >
        {list(asset.stages, names.stage)}
      </Fact>
      <Fact
        label="Personas"
        {...may((close) => (
          <TermsEditor
            label="Personas"
            value={asset.personas}
            required
            select={PersonaSelect}
            close={close}
            onSave={(personas) => onChange({ personas }, 'The personas are changed.')}
          />
        ))}
      >
        {list(asset.personas, names.persona)}
      </Fact>
      <Fact
        label="Type"
        {...may((close) => (
          <TypeEditor
            value={asset.type}
            close={close}
            onSave={(type) => onChange({ type }, 'The type is changed.')}
          />
        ))}
      >
        {names.type(asset.type)}
      </Fact>
      <Fact
        label="Products"
        {...may((close) => (
          <TermsEditor
            label="Products"
            value={asset.products}
            select={ProductSelect}
            close={close}
            onSave={(products) => onChange({ products }, 'The products are changed.')}
          />
        ))}
      >
        {list(asset.products, names.product)}
      </Fact>
      <Fact
        label="Audience"
        {...may((close) => (
          <AudienceEditor
            value={asset.audience}
            close={close}
            onSave={(audience) => onChange({ audience }, 'The audience is changed.')}
          />
        ))}
      >
        {asset.audience === 'internal' ? 'Internal only' : 'Customer-facing'}
      </Fact>
      <Fact
        label="Tags"
        {...may((close) => (
          <TagsEditor
            value={asset.tags}
            close={close}
            onSave={(tags) => onChange({ tags }, 'The tags are changed.')}
          />
        ))}
      >
        {asset.tags.length === 0 ? none : asset.tags.join(', ')}
      </Fact>
      <LifeFacts asset={asset} onChange={onChange} />
    </dl>
  );
}
