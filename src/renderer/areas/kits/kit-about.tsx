import { t } from '@lingui/core/macro';
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { KitChanges, KitDetail } from '../../../contract/kits.ts';
import { ofFields } from '../../../shared/vocabulary/asset-fields.ts';
import { GUIDANCE, type Guidance } from '../../../shared/vocabulary/kits.ts';
import { markedName } from '../../../words/new-members.ts';
import { PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { formatDate, formatDay } from '../../ui/format.ts';
import { KitDimensions } from './kit-dimensions.tsx';
import { GUIDANCE_WORDS } from './kit-words.ts';
import styles from './kits.module.css';
import { editKit } from './use-kits.ts';

type Props = { readonly kit: KitDetail };

function change(kit: KitDetail, set: KitChanges, message: string): void {
  void editKit({ kit: kit.id, set }, message);
}

/** How to run it: read by whoever can't change it, written in place by whoever can. */
export function KitGuidance({ kit }: Props) {
  const said = GUIDANCE.filter((name) => kit.can.edit || kit.guidance[name].trim() !== '');
  if (said.length === 0) return null;
  return (
    <section className={styles.guidance}>
      {said.map((name) =>
        kit.can.edit ? (
          <GuidanceField key={name} kit={kit} name={name} />
        ) : (
          <div key={name}>
            <h2 className={styles.heading}>{GUIDANCE_WORDS[name].label}</h2>
            <p className={styles.prose}>{kit.guidance[name]}</p>
          </div>
        ),
      )}
    </section>
  );
}

function GuidanceField({ kit, name }: Props & { readonly name: Guidance }) {
  const kept = kit.guidance[name];
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  const { label, hint } = GUIDANCE_WORDS[name];
  return (
    <Textarea
      label={label}
      placeholder={hint}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={10_000}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== kept)
          change(kit, ofFields<KitChanges>([[name, text.trim()]]), t`${{ field: label }} changed.`);
      }}
    />
  );
}

/** What it is called and for whom. */
export function KitAbout({ kit }: Props) {
  const names = useTermNames();
  const { stages, personas, owner, verifier, contributor } = kit;
  return (
    <section className={styles.about} aria-label={t`About this kit`}>
      <h2 className={styles.heading}>{t`About this kit`}</h2>
      {kit.can.edit ? (
        <Editors kit={kit} />
      ) : (
        <p className={styles.prose}>
          {[...stages.map(names.stage), ...personas.map(names.persona)].join(' · ')}
          {kit.summary === '' ? '' : `\n${kit.summary}`}
        </p>
      )}
      <KitDimensions kit={kit} onChange={(set, name) => change(kit, set, t`${{ field: name }} changed.`)} />
      {kit.verified !== null && (
        <p className={styles.quiet}>
          {t`Verified by ${{ name: kit.verified.by.name }}, ${{ day: formatDate(kit.verified.at) }}`}
        </p>
      )}
      {kit.expiresOn !== null && (
        <p className={styles.quiet}>{t`Last day of use: ${{ day: formatDay(kit.expiresOn) }}`}</p>
      )}
      {owner !== null && !kit.own && <p className={styles.quiet}>{t`Owner: ${{ name: owner.name }}`}</p>}
      {verifier !== null && <p className={styles.quiet}>{t`Verifier: ${{ name: verifier.name }}`}</p>}
      {contributor !== undefined && (
        <p className={styles.quiet}>{t`Contributor: ${{ name: markedName(contributor) }}`}</p>
      )}
    </section>
  );
}

function Editors({ kit }: Props) {
  const [name, setName] = useState(kit.name);
  useEffect(() => setName(kit.name), [kit.name]);
  const listOf = (value: string | readonly string[] | null): string[] =>
    Array.isArray(value) ? [...value] : [];
  return (
    <>
      <TextInput
        label={t`Name`}
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => {
          if (name.trim() !== '' && name.trim() !== kit.name)
            change(kit, { name: name.trim() }, t`Name changed.`);
        }}
      />
      <StageSelect
        multiple
        label={t`Buying stages`}
        value={kit.stages}
        onChange={(value) => change(kit, { stages: listOf(value) }, t`Buying stages changed.`)}
      />
      <PersonaSelect
        multiple
        label={t`Personas`}
        value={kit.personas}
        onChange={(value) => change(kit, { personas: listOf(value) }, t`Personas changed.`)}
      />
    </>
  );
}
