import { t } from '@lingui/core/macro';
import { Fragment, type ReactNode } from 'react';
import type { AssetAttribute } from '../../../../shared/vocabulary/asset-attributes.ts';
import { PersonaSelect, ProductSelect, StageSelect } from '../../../base/term-select.tsx';
import { useTermNames } from '../../../base/use-taxonomy.ts';
import classes from './details.module.css';
import { DimensionFacts } from './dimension-facts.tsx';
import { type AttributeProps, editorFor, Fact, None } from './fact.tsx';
import { AudienceEditor, TagsEditor, TermsEditor, TextEditor, TypeEditor } from './field-editors.tsx';
import { ExpiryFact, LanguageFact, OwnerFact, ReleaseFact, VerifierFact } from './life-facts.tsx';

/** What says each attribute and lets it be changed, in the order of the pane; null for what stands elsewhere on it. */
const ATTRIBUTE_FACTS: Readonly<Record<AssetAttribute, ((props: AttributeProps) => ReactNode) | null>> = {
  title: TitleFact,
  stages: StagesFact,
  personas: PersonasFact,
  type: TypeFact,
  products: ProductsFact,
  audience: AudienceFact,
  tags: TagsFact,
  language: LanguageFact,
  owner: OwnerFact,
  verifier: VerifierFact,
  releaseOn: ReleaseFact,
  expiresOn: ExpiryFact,
  folder: FolderFact,
  // Above them.
  summary: null,
  // Among the badges, as the state that it comes to; publishing and archiving change it.
  status: null,
};

/** What the asset is for; for marketers each line can be changed in its place. */
export function AssetFacts({ asset, onChange }: AttributeProps) {
  return (
    <dl className={classes.facts}>
      {Object.entries(ATTRIBUTE_FACTS).map(
        ([attribute, AttributeFact]) =>
          AttributeFact !== null && (
            <Fragment key={attribute}>
              <AttributeFact asset={asset} onChange={onChange} />
              {attribute === 'products' && <DimensionFacts asset={asset} onChange={onChange} />}
            </Fragment>
          ),
      )}
    </dl>
  );
}

function List({ ids, name }: { readonly ids: readonly string[]; readonly name: (id: string) => string }) {
  return ids.length === 0 ? <None word={t`None`} /> : ids.map(name).join(', ');
}

/** Its title, where it can be changed: it stands above the document anyway. */
function TitleFact({ asset, onChange }: AttributeProps) {
  if (!asset.can.edit) return null;
  return (
    <Fact
      label={t`Title`}
      change={t`Change title`}
      {...editorFor(asset, (close) => (
        <TextEditor
          label={t`Title`}
          value={asset.title}
          required
          close={close}
          onSave={(title) => onChange({ title }, t`Title changed.`)}
        />
      ))}
    >
      {asset.title}
    </Fact>
  );
}

/** For which buying stages it is. */
function StagesFact({ asset, onChange }: AttributeProps) {
  const names = useTermNames();
  return (
    <Fact
      label={t`Buying stages`}
      change={t`Change buying stages`}
      {...editorFor(asset, (close) => (
        <TermsEditor
          label={t`Buying stages`}
          value={asset.stages}
          required
          select={StageSelect}
          close={close}
          onSave={(stages) => onChange({ stages }, t`Buying stages changed.`)}
        />
      ))}
    >
      <List ids={asset.stages} name={names.stage} />
    </Fact>
  );
}

/** For whom on the side of the buyer it is. */
function PersonasFact({ asset, onChange }: AttributeProps) {
  const names = useTermNames();
  return (
    <Fact
      label={t`Personas`}
      change={t`Change personas`}
      {...editorFor(asset, (close) => (
        <TermsEditor
          label={t`Personas`}
          value={asset.personas}
          required
          select={PersonaSelect}
          close={close}
          onSave={(personas) => onChange({ personas }, t`Personas changed.`)}
        />
      ))}
    >
      <List ids={asset.personas} name={names.persona} />
    </Fact>
  );
}

/** What kind of content it is. */
function TypeFact({ asset, onChange }: AttributeProps) {
  const names = useTermNames();
  return (
    <Fact
      label={t`Type`}
      change={t`Change type`}
      {...editorFor(asset, (close) => (
        <TypeEditor
          value={asset.type}
          close={close}
          onSave={(type) => onChange({ type }, t`Type changed.`)}
        />
      ))}
    >
      {names.type(asset.type)}
    </Fact>
  );
}

/** Which products it is about. */
function ProductsFact({ asset, onChange }: AttributeProps) {
  const names = useTermNames();
  return (
    <Fact
      label={t`Products`}
      change={t`Change products`}
      {...editorFor(asset, (close) => (
        <TermsEditor
          label={t`Products`}
          value={asset.products}
          select={ProductSelect}
          close={close}
          onSave={(products) => onChange({ products }, t`Products changed.`)}
        />
      ))}
    >
      <List ids={asset.products} name={names.product} />
    </Fact>
  );
}

/** Whether customers may see it. */
function AudienceFact({ asset, onChange }: AttributeProps) {
  return (
    <Fact
      label={t`Audience`}
      change={t`Change audience`}
      {...editorFor(asset, (close) => (
        <AudienceEditor
          value={asset.audience}
          close={close}
          onSave={(audience) => onChange({ audience }, t`Audience changed.`)}
        />
      ))}
    >
      {asset.audience === 'internal' ? t`Internal only` : t`Customer-facing`}
    </Fact>
  );
}

/** Free words. */
function TagsFact({ asset, onChange }: AttributeProps) {
  return (
    <Fact
      label={t`Tags`}
      change={t`Change tags`}
      {...editorFor(asset, (close) => (
        <TagsEditor
          value={asset.tags}
          close={close}
          onSave={(tags) => onChange({ tags }, t`Tags changed.`)}
        />
      ))}
    >
      {asset.tags.length === 0 ? <None word={t`None`} /> : asset.tags.join(', ')}
    </Fact>
  );
}

/** Where its file came from. */
function FolderFact({ asset, onChange }: AttributeProps) {
  if (asset.folder === '' && !asset.can.edit) return null;
  return (
    <Fact
      label={t`Folder`}
      change={t`Change folder`}
      {...editorFor(asset, (close) => (
        <TextEditor
          label={t`Folder`}
          value={asset.folder}
          close={close}
          onSave={(folder) => onChange({ folder }, t`Folder changed.`)}
        />
      ))}
    >
      {asset.folder === '' ? <None word={t`None`} /> : asset.folder}
    </Fact>
  );
}
