import { t } from '@lingui/core/macro';
import { Anchor, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { orpc } from '../../base/engine-client.ts';
import { PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { CareMarks } from '../../ui/asset-badges.tsx';
import { walkOptions } from '../../ui/keys/perform-key.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import styles from './asset-picker.module.css';

type Props = {
  readonly label: string;
  readonly value: string | null;
  readonly onPick: (asset: AssetSummary) => void;
  /** Words to begin with. */
  readonly initialQuery?: string;
  /** The stage and persona to begin with; they can be taken off. */
  readonly initialStage?: string;
  readonly initialPersona?: string;
  /** Takes the keyboard, with the words marked: typing replaces them. */
  readonly autoFocus?: boolean;
  /** Assets that can't be picked. */
  readonly except?: readonly string[];
};

/** Finds an asset in place: type, walk the list with the arrows, pick. */
export function AssetPicker(props: Props) {
  const { label, value, onPick, initialQuery = '', autoFocus = false, except = [] } = props;
  const [query, setQuery] = useState(initialQuery);
  const [stage, setStage] = useState(props.initialStage ?? null);
  const [persona, setPersona] = useState(props.initialPersona ?? null);
  const box = useRef<HTMLDivElement>(null);
  const found = useFound(query, stage, persona);
  const hits = (found.data?.hits ?? []).filter((hit) => !except.includes(hit.asset.id));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: field and options have the focus; their arrow keys are handled here
    <div ref={box} className={styles.picker} onKeyDown={(event) => walk(event, box.current)}>
      <TextInput
        ref={autoFocus ? takeKeyboard : undefined}
        data-picker-field
        label={label}
        value={query}
        placeholder={t`Words from its title or pages`}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={styles.filters}>
        <StageSelect
          aria-label={t`Buying stage`}
          placeholder={t`Any stage`}
          size="xs"
          value={stage}
          onChange={setStage}
        />
        <PersonaSelect
          aria-label={t`Persona`}
          placeholder={t`Any persona`}
          size="xs"
          value={persona}
          onChange={setPersona}
        />
      </div>
      {found.isPending ? (
        <LoadingRows count={3} picture />
      ) : (
        <FoundList assets={hits.map(({ asset }) => asset)} value={value} onPick={onPick} />
      )}
      {!found.isPending && hits.length === 0 && (
        <NoneFound
          isNarrowed={stage !== null || persona !== null}
          onWiden={() => {
            setStage(null);
            setPersona(null);
          }}
        />
      )}
    </div>
  );
}

/** With the words marked. */
function takeKeyboard(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

/** The assets that fit the words, the stage and the persona, whatever state they are in. */
function useFound(query: string, stage: string | null, persona: string | null) {
  return useQuery(
    orpc.search.find.queryOptions({
      input: {
        query,
        limit: 20,
        editions: 'each',
        filters: {
          status: 'all',
          ...(stage === null ? {} : { stages: [stage] }),
          ...(persona === null ? {} : { personas: [persona] }),
        },
      },
      placeholderData: keepPreviousData,
    }),
  );
}

/** The arrows go from the field to the list and along it. */
function walk(event: KeyboardEvent, box: HTMLElement | null): void {
  const input = box?.querySelector<HTMLElement>('[data-picker-field]');
  const options = box?.querySelectorAll<HTMLElement>('[data-picker-option]') ?? [];
  walkOptions(event, input ? [input, ...options] : [...options]);
}

type FoundProps = Pick<Props, 'value' | 'onPick'> & { readonly assets: readonly AssetSummary[] };

function FoundList({ assets, value, onPick }: FoundProps) {
  const names = useTermNames();
  return (
    <ul className={styles.list} aria-label={t`Assets found`}>
      {assets.map((asset) => (
        <li key={asset.id}>
          <button
            type="button"
            data-picker-option
            className={styles.option}
            aria-pressed={asset.id === value}
            onClick={() => onPick(asset)}
          >
            <AssetThumbnail version={asset.version} title="" width={48} />
            <span className={styles.words}>
              <span className={styles.title}>{asset.title}</span>
              <span className={styles.detail}>{names.type(asset.type)}</span>
            </span>
            <CareMarks asset={asset} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** In place of the list; a search of one stage or persona can be widened. */
function NoneFound({ isNarrowed, onWiden }: { readonly isNarrowed: boolean; readonly onWiden: () => void }) {
  return (
    <p className={styles.none}>
      {isNarrowed ? t`No asset fits these words for this stage and persona.` : t`No asset fits these words.`}{' '}
      {isNarrowed && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={onWiden}
        >{t`Search all stages and personas`}</Anchor>
      )}
    </p>
  );
}
