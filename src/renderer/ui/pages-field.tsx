import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { pagesText, readPages } from '../../shared/page-runs.ts';
import { SavedField } from './saved-field.tsx';

type Props = {
  /** Runs of pages, both ends among them; none: all. */
  readonly pages: readonly (readonly [number, number])[];
  /** Of which document. */
  readonly title: string;
  readonly onSave: (pages: [number, number][]) => void;
};

/** Which pages of a document are meant, as one writes them: `1-3,7`. */
export function PagesField({ pages, title, onSave }: Props) {
  const [wrong, setWrong] = useState(false);
  return (
    <SavedField
      label={t`Pages of ${title}`}
      placeholder={t`All pages`}
      value={pagesText(pages)}
      narrow
      error={wrong ? t`Like 1-3,7` : null}
      onSave={(text) => {
        const read = readPages(text);
        setWrong(read === undefined);
        if (read !== undefined) onSave(read.map(([from, to]) => [from, to]));
      }}
    />
  );
}
