import { t } from '@lingui/core/macro';
import { Alert, Button } from '@mantine/core';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import classes from './row-preview.module.css';

type Props = { readonly row: StagedRow; readonly onShow: (row: string) => void };

/** That a row comes with the newest version of its document, and the way out of that. */
export function EarlierVersion({ row, onShow }: Props) {
  const head = row.earlierOf?.row;
  if (head === undefined) return null;
  const takeApart = () => void engine.publish.takeApart({ families: [head] }).catch(showError);
  return (
    <Alert variant="light" color="gray" title={t`Earlier version`}>
      <p
        className={classes.sentence}
      >{t`It is published with the newest version of this document, as one asset.`}</p>
      <Button size="compact-sm" variant="default" onClick={() => onShow(head)}>{t`Show the newest`}</Button>{' '}
      <Button size="compact-sm" variant="subtle" onClick={takeApart}>{t`Take apart`}</Button>
    </Alert>
  );
}
