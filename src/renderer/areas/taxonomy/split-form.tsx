import { plural, t } from '@lingui/core/macro';
import { Autocomplete, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Filters } from '../../../contract/search.ts';
import type { SplitInput } from '../../../contract/taxonomy.ts';
import { isDimensionField, ofFields } from '../../../shared/vocabulary/asset-fields.ts';
import type { TermFacet } from '../../../shared/vocabulary/taxonomy.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { LabelledCheckBox } from '../../ui/check-box.tsx';
import { performKey } from '../../ui/keys/perform-key.ts';
import classes from './taxonomy.module.css';
import type { Facet, FacetWords, Term } from './terms.ts';

/** How many assets are offered one by one. */
const MOST_OFFERED = 200;

type Props = {
  readonly words: FacetWords;
  readonly term: Term;
  /** The terms that assets can go over to; a name that none of them has makes a new one. */
  readonly others: readonly Term[];
  readonly onClose: () => void;
};

/** Says asset by asset who goes over to another term and who stays; one change, one undo. */
export function SplitForm({ words, term, others, onClose }: Props) {
  const [name, setName] = useState('');
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [listed, setListed] = useState(false);
  const assets = useAssetsOf(words.facet, term.id);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const toggle = (id: string) => {
    const next = new Set(going);
    if (!next.delete(id)) next.add(id);
    setGoing(next);
  };
  const ready = name.trim() !== '' && going.size > 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    const known = others.find((other) => other.name.toLowerCase() === name.trim().toLowerCase());
    const to = known === undefined ? { name: name.trim() } : { id: known.id };
    const done = await split({ facet: words.facet, id: term.id, to, assets: [...going] }, name.trim());
    setBusy(false);
    if (done) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!listed) performKey(event, 'form', { leave: onClose, send: null, take: null });
  };
  return (
    <form
      className={classes.form}
      aria-label={t`Split ${{ term: term.name }}`}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      <h2 ref={title} className={classes.heading} tabIndex={-1}>
        {t`Which assets of ‘${{ term: term.name }}’ go over?`}
      </h2>
      <Autocomplete
        label={t`To`}
        description={t`A term of the list, or a new one.`}
        withAsterisk
        maxLength={300}
        data={[...new Set(others.map((other) => other.name))]}
        value={name}
        onDropdownOpen={() => setListed(true)}
        onDropdownClose={() => setListed(false)}
        onChange={setName}
      />
      <Picks assets={assets} going={going} onToggle={toggle} />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={busy} disabled={!ready}>{t`Split`}</Button>
        <Button size="xs" variant="default" onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}

/** Splits, and offers to take it back; answers whether it was done. */
async function split(input: SplitInput, name: string): Promise<boolean> {
  try {
    const { undo, retagged } = await engine.taxonomy.split(input);
    showChanged({ message: splitSentence(retagged, name), undo });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

type PicksProps = {
  readonly assets: readonly { readonly id: string; readonly title: string }[];
  readonly going: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
};

/** The assets, each with whether it goes over, and what that comes to. */
function Picks({ assets, going, onToggle }: PicksProps) {
  return (
    <>
      <ul className={classes.picks} aria-label={t`Assets`}>
        {assets.map((asset) => (
          <li key={asset.id}>
            <LabelledCheckBox
              label={asset.title}
              checked={going.has(asset.id)}
              onChange={() => onToggle(asset.id)}
            />
          </li>
        ))}
      </ul>
      <p className={classes.use} role="status">
        {plural(going.size, { one: '# goes over', other: '# go over' })},{' '}
        {plural(Math.max(0, assets.length - going.size), { one: '# stays', other: '# stay' })}
      </p>
    </>
  );
}

function splitSentence(assets: number, term: string): string {
  return plural(assets, { one: `# asset is ‘${term}’ now.`, other: `# assets are ‘${term}’ now.` });
}

const FILTERS = { stage: 'stages', persona: 'personas', type: 'types', product: 'products' } as const;

/** The assets of a term, whatever their state; the first of many. */
function useAssetsOf(facet: Facet, id: string): readonly { readonly id: string; readonly title: string }[] {
  const filter = isDimensionField(facet) ? facet : FILTERS[facet as TermFacet];
  const filters: Partial<Filters> = { ...ofFields<Filters>([[filter, [id]]]), status: 'all' };
  const input = {
    query: '',
    filters,
    sort: 'title' as const,
    limit: MOST_OFFERED,
    editions: 'each' as const,
  };
  const { data } = useQuery(orpc.search.find.queryOptions({ input }));
  return data?.hits.map(({ asset }) => asset) ?? [];
}
