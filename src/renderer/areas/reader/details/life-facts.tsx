import type { ReactNode } from 'react';
import type { AssetChanges, AssetDetail } from '../../../../contract/assets.ts';
import { usePeople } from '../../../base/person-select.tsx';
import { formatDay, formatLanguage } from '../../../ui/format.ts';
import classes from './details.module.css';
import { Fact } from './fact.tsx';
import { LanguageEditor, PersonEditor, TextEditor } from './field-editors.tsx';

type Props = {
  readonly asset: AssetDetail;
  readonly onChange: (set: AssetChanges, done: string) => void;
};

/** Who answers for the asset, from when to when it may be used, in which language it is. */
export function LifeFacts({ asset, onChange }: Props) {
  const { edit } = asset.can;
  const may = (editor: (close: () => void) => ReactNode) => (edit ? { editor } : {});
  return (
    <>
      {(edit || asset.language !== undefined) && (
        <Fact
          label="Language"
          {...may((close) => (
            <LanguageEditor
              value={asset.language ?? ''}
              close={close}
              onSave={(language) => onChange({ language }, 'The language is changed.')}
            />
          ))}
        >
          {asset.language === undefined ? <None word="Not set" /> : formatLanguage(asset.language)}
        </Fact>
      )}
      <WhoAnswers asset={asset} onChange={onChange} />
      {(edit || asset.state === 'scheduled') && (
        <Fact
          label="Release day"
          {...may((close) => (
            <TextEditor
              label="Release day"
              type="date"
              value={asset.releaseOn ?? ''}
              close={close}
              onSave={(day) =>
                onChange({ releaseOn: day === '' ? null : day }, 'The release day is changed.')
              }
            />
          ))}
        >
          {asset.releaseOn === null ? <None word="Not set" /> : formatDay(asset.releaseOn)}
        </Fact>
      )}
      {(edit || asset.expiresOn !== null) && (
        <Fact
          label="Expires"
          {...may((close) => (
            <TextEditor
              label="Last day of use"
              type="date"
              value={asset.expiresOn ?? ''}
              close={close}
              onSave={(day) =>
                onChange({ expiresOn: day === '' ? null : day }, 'The last day of use is changed.')
              }
            />
          ))}
        >
          {asset.expiresOn === null ? 'Never' : formatDay(asset.expiresOn)}
        </Fact>
      )}
    </>
  );
}

function None({ word }: { readonly word: string }) {
  return <span className={classes.none}>{word}</span>;
}

/** Its owner and its verifier. */
function WhoAnswers({ asset, onChange }: Props) {
  const { owner, verifier } = asset;
  return (
    <>
      <PersonFact
        label="Owner"
        asset={asset}
        person={owner}
        onSave={(person) => onChange({ owner: person }, 'The owner is changed.')}
      />
      <PersonFact
        label="Verifier"
        publishers
        asset={asset}
        person={verifier}
        onSave={(person) => onChange({ verifier: person }, 'The verifier is changed.')}
      />
    </>
  );
}

type PersonFactProps = Pick<Props, 'asset'> & {
  readonly label: string;
  readonly person: AssetDetail['owner'];
  readonly publishers?: boolean;
  readonly onSave: (person: string | null) => void;
};

/** Who is named for something; nothing where that is nobody and can't be changed. */
function PersonFact({ label, asset, person, publishers = false, onSave }: PersonFactProps) {
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
    <Fact label={label} {...(edit && people !== undefined ? { editor } : {})}>
      {person === null ? <None word="Nobody" /> : person.name}
    </Fact>
  );
}
