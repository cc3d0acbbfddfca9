import type { ReactNode } from 'react';
import type { AssetChanges, AssetDetail } from '../../../../contract/assets.ts';
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
  const none = (word: string) => <span className={classes.none}>{word}</span>;
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
          {asset.language === undefined ? none('Not set') : formatLanguage(asset.language)}
        </Fact>
      )}
      {(edit || asset.owner !== null) && (
        <Fact
          label="Owner"
          {...may((close) => (
            <PersonEditor
              label="Owner"
              value={asset.owner?.id ?? null}
              close={close}
              onSave={(owner) => onChange({ owner }, 'The owner is changed.')}
            />
          ))}
        >
          {asset.owner === null ? none('Nobody') : asset.owner.name}
        </Fact>
      )}
      {(edit || asset.verifier !== null) && (
        <Fact
          label="Verifier"
          {...may((close) => (
            <PersonEditor
              label="Verifier"
              publishers
              value={asset.verifier?.id ?? null}
              close={close}
              onSave={(verifier) => onChange({ verifier }, 'The verifier is changed.')}
            />
          ))}
        >
          {asset.verifier === null ? none('Nobody') : asset.verifier.name}
        </Fact>
      )}
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
          {asset.releaseOn === null ? none('Not set') : formatDay(asset.releaseOn)}
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
