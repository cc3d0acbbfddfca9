import { t } from '@lingui/core/macro';
import { ActionIcon, SegmentedControl, Select } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { MOST_PREFERRED_LANGUAGES } from '../../../shared/limits.ts';
import { languageName, listed } from '../../../words/sentence.ts';
import { languageOptions } from '../../ui/languages.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Note } from '../../ui/note.tsx';
import { preferLanguages, usePreferredLanguages } from './use-preferred-languages.ts';
import classes from './variants.module.css';

const SYSTEM = 'system';
const CHOSEN = 'chosen';

/** In which languages documents are shown that there are in several: those of the window and the system, or chosen ones in order. */
export function PreferredLanguages() {
  const { data } = usePreferredLanguages();
  if (data === undefined) return <LoadingRows count={1} />;
  const { chosen } = data;
  const spoken = plainCodes(data.spoken);
  const first = spoken.length > 0 ? spoken : ['en'];
  return (
    <>
      <SegmentedControl
        className={classes.way ?? ''}
        aria-label={t`Document languages`}
        data={[
          { value: SYSTEM, label: t`Match window and system` },
          { value: CHOSEN, label: t`Choose languages` },
        ]}
        value={chosen === null ? SYSTEM : CHOSEN}
        onChange={(way) => void preferLanguages(way === SYSTEM ? null : first)}
      />
      {chosen === null ? (
        <Note>{t`Documents in several languages open in the first that exists: ${{ languages: listed(first.map(languageName)) }}.`}</Note>
      ) : (
        <ChosenLanguages chosen={chosen} />
      )}
    </>
  );
}

/** Languages have two or three letters: a system without one says `C`, which is none. */
const LANGUAGE = /^[a-z]{2,3}$/;

/** Codes without their regions, each once: `en-US` and `en-GB` are one language to choose. */
function plainCodes(codes: readonly string[]): readonly string[] {
  const plain = codes.map((code) => (code.split('-', 1)[0] ?? code).toLowerCase());
  return [...new Set(plain.filter((code) => LANGUAGE.test(code)))];
}

/** Chosen languages in their order: moved up, taken out, another one put at the end. */
function ChosenLanguages({ chosen }: { readonly chosen: readonly string[] }) {
  const [typed, setTyped] = useState('');
  const up = (at: number): void => {
    const moved = chosen[at];
    if (moved === undefined) return;
    const others = chosen.filter((code) => code !== moved);
    void preferLanguages(others.toSpliced(at - 1, 0, moved));
  };
  return (
    <>
      <ol className={classes.preferred} aria-label={t`Document languages in order`}>
        {chosen.map((code, at) => (
          <li key={code}>
            <span className={classes.name}>{languageName(code)}</span>
            <ActionIcon
              aria-label={t`Move ${{ language: languageName(code) }} up`}
              disabled={at === 0}
              onClick={() => up(at)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              aria-label={t`Remove ${{ language: languageName(code) }}`}
              disabled={chosen.length === 1}
              onClick={() => void preferLanguages(chosen.filter((other) => other !== code))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {chosen.length < MOST_PREFERRED_LANGUAGES && (
        <Select
          className={classes.add ?? ''}
          aria-label={t`Add a language`}
          placeholder={t`Add a language`}
          searchable
          value={null}
          searchValue={typed}
          onSearchChange={setTyped}
          data={languageOptions([]).filter(({ value }) => !chosen.includes(value))}
          onChange={(code) => {
            setTyped('');
            if (code !== null) void preferLanguages([...chosen, code]);
          }}
        />
      )}
      <Note>{t`Search, kits and Home show a document in the first of these languages that it exists in. What you keep offline follows.`}</Note>
    </>
  );
}
