import { plural, t } from '@lingui/core/macro';
import type { TermUse } from '../../../contract/taxonomy.ts';
import type { Audience } from '../../../shared/vocabulary/assets.ts';
import listing from '../../ui/listing.module.css';
import { Pill } from '../../ui/pill.tsx';
import { RowActions } from './row-actions.tsx';
import classes from './taxonomy.module.css';
import type { FacetWords, Term } from './terms.ts';

type Props = {
  readonly term: Term;
  readonly words: FacetWords;
  /** How much it is used; undefined for not at all. */
  readonly use: TermUse | undefined;
  readonly editable: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  /** Absent where nothing has it. */
  readonly onSplit: (() => void) | undefined;
  readonly onRetire: () => void;
  readonly onBringBack: () => void;
};

const AUDIENCES: Readonly<Record<Audience, string>> = {
  internal: t`Internal only`,
  customer: t`Customer-facing`,
};

/** How much a term is used: ‘12 assets, 8 published, 1 open request’. */
function usageWords(use: TermUse | undefined): string {
  if (use === undefined) return t`Not used`;
  const { assets, published, requests } = use;
  const said = [plural(assets, { one: '# asset', other: '# assets' })];
  if (published !== assets) said.push(plural(published, { one: '# published', other: '# published' }));
  if (requests > 0) said.push(plural(requests, { one: '# open request', other: '# open requests' }));
  return said.join(', ');
}

/** A term with what is said of it, and what a lead can do. */
export function TermRow(props: Props) {
  const { term, words, use, editable } = props;
  const { name } = term;
  return (
    <div className={`${listing.row} ${classes.row}`} data-retired={term.retired || undefined}>
      <div className={classes.words}>
        <p className={listing.name}>
          {name}
          {term.retired ? <Pill>{t`Retired`}</Pill> : null}
          {term.audience === null ? null : <Pill>{AUDIENCES[term.audience]}</Pill>}
          <span className={classes.use}>{usageWords(use)}</span>
        </p>
        {term.first === '' ? null : (
          <p className={listing.text}>
            <span className={classes.label}>{words.first}:</span> {term.first}
          </p>
        )}
        {term.synonyms.length === 0 ? null : (
          <p className={listing.text}>
            <span className={classes.label}>{t`Also called`}:</span> {term.synonyms.join(', ')}
          </p>
        )}
        {term.second === '' ? null : (
          <p className={listing.text}>
            <span className={classes.label}>{words.second}:</span> {term.second}
          </p>
        )}
      </div>
      {editable ? (
        <div className={classes.actions}>
          <RowActions {...props} name={term.name} retired={term.retired} />
        </div>
      ) : null}
    </div>
  );
}
