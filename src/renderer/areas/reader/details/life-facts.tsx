import { t } from '@lingui/core/macro';
import { languageName } from '../../../../words/sentence.ts';
import { usePeople } from '../../../base/person-select.tsx';
import { formatDay } from '../../../ui/format.ts';
import { type AttributeProps, editorFor, Fact, None } from './fact.tsx';
import { LanguageEditor, PersonEditor, TextEditor } from './field-editors.tsx';

/** Who answers for the asset, from when to when it may be used, in which language it is. */

/** In which language it is. */
export function LanguageFact({ asset, onChange }: AttributeProps) {
  if (!asset.can.edit && asset.language === undefined) return null;
  return (
    <Fact
      label={t`Language`}
      change={t`Change language`}
      {...editorFor(asset, (close) => (
        <LanguageEditor
          value={asset.language ?? ''}
          close={close}
          onSave={(language) => onChange({ language }, t`Language changed.`)}
        />
      ))}
    >
      {asset.language === undefined ? <None word={t`Not set`} /> : languageName(asset.language)}
    </Fact>
  );
}

/** From when it is published. */
export function ReleaseFact({ asset, onChange }: AttributeProps) {
  if (!asset.can.edit && asset.state !== 'scheduled') return null;
  return (
    <Fact
      label={t`Release day`}
      change={t`Change release day`}
      {...editorFor(asset, (close) => (
        <TextEditor
          label={t`Release day`}
          type="date"
          value={asset.releaseOn ?? ''}
          close={close}
          onSave={(day) => onChange({ releaseOn: day === '' ? null : day }, t`Release day changed.`)}
        />
      ))}
    >
      {asset.releaseOn === null ? <None word={t`Not set`} /> : formatDay(asset.releaseOn)}
    </Fact>
  );
}

/** Until when it may be used. */
export function ExpiryFact({ asset, onChange }: AttributeProps) {
  if (!asset.can.edit && asset.expiresOn === null) return null;
  return (
    <Fact
      label={t`Expires`}
      change={t`Change last day of use`}
      {...editorFor(asset, (close) => (
        <TextEditor
          label={t`Last day of use`}
          type="date"
          value={asset.expiresOn ?? ''}
          close={close}
          onSave={(day) => onChange({ expiresOn: day === '' ? null : day }, t`Last day of use changed.`)}
        />
      ))}
    >
      {asset.expiresOn === null ? t`Never` : formatDay(asset.expiresOn)}
    </Fact>
  );
}

/** Who answers for the asset. */
export function OwnerFact({ asset, onChange }: AttributeProps) {
  return (
    <PersonFact
      label={t`Owner`}
      change={t`Change owner`}
      asset={asset}
      person={asset.owner}
      onSave={(person) => onChange({ owner: person }, t`Owner changed.`)}
    />
  );
}

/** Who answers for its truth. */
export function VerifierFact({ asset, onChange }: AttributeProps) {
  return (
    <PersonFact
      label={t`Verifier`}
      change={t`Change verifier`}
      publishers
      asset={asset}
      person={asset.verifier}
      onSave={(person) => onChange({ verifier: person }, t`Verifier changed.`)}
    />
  );
}

type PersonFactProps = Pick<AttributeProps, 'asset'> & {
  readonly label: string;
  readonly change: string;
  readonly person: AttributeProps['asset']['owner'];
  readonly publishers?: boolean;
  readonly onSave: (person: string | null) => void;
};

/** Who is named for something; nothing where that is nobody and can't be changed. */
function PersonFact({ label, change, asset, person, publishers = false, onSave }: PersonFactProps) {
  const { edit } = asset.can;
  const people = usePeople();
  if (!edit && person === null) return null;
  const editor = (close: () => void) => (
    <PersonEditor
      label={label}
      publishers={publishers}
      value={person?.id ?? null}
      close={close}
      onSave={onSave}
    />
  );
  return (
    <Fact label={label} change={change} {...(edit && people !== undefined ? { editor } : {})}>
      {person === null ? <None word={t`Nobody`} /> : person.name}
    </Fact>
  );
}
