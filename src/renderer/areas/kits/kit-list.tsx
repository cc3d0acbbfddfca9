import { plural, t } from '@lingui/core/macro';
import { IconDeviceLaptop, IconPin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { KitSummary } from '../../../contract/kits.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { STATE_NAMES } from '../../ui/asset-badges.tsx';
import { InternalMark } from '../../ui/internal-mark.tsx';
import { performKey } from '../../ui/keys/perform-key.ts';
import { Pill } from '../../ui/pill.tsx';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import { KitCover } from './kit-cover.tsx';
import { itemsText } from './kit-words.ts';
import styles from './kits.module.css';

type ListProps<Kit extends KitSummary> = {
  readonly kits: readonly Kit[];
  /** What can be done with one, beside its row. */
  readonly action?: (kit: Kit) => ReactNode;
  /** What is to be known of one before anything else. */
  readonly warning?: (kit: Kit) => string | undefined;
  /** Where Down leads from the last one; says whether it led anywhere. */
  readonly onBelow?: () => boolean;
};

/** Kits below each other; the arrows walk them. */
export function KitList<Kit extends KitSummary>({
  kits,
  action,
  warning,
  onBelow = () => false,
}: ListProps<Kit>) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const stop = Math.min(at, kits.length - 1);
  const to = (next: number) => () => {
    if (next >= kits.length) return onBelow();
    const row = list.current?.querySelector<HTMLElement>(`[data-kit="${next}"]`);
    row?.focus();
    return row !== null && row !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    performKey(event, 'list', {
      down: to(stop + 1),
      up: to(stop - 1),
      first: to(0),
      last: to(kits.length - 1),
      left: null,
      right: null,
    });
  };
  return (
    <ul className={styles.rows} aria-label={t`Kits`} ref={list} onKeyDown={onKeyDown}>
      {kits.map((kit, index) => (
        <li key={kit.id} className={action && styles.withAction}>
          <Link
            className={styles.row}
            to="/library/kits/$kitId"
            params={{ kitId: kit.id }}
            data-kit={index}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setAt(index)}
            draggable={false}
          >
            <KitCover cover={kit.cover} width={56} />
            <KitRowWords kit={kit} warning={warning?.(kit)} />
          </Link>
          {action?.(kit)}
        </li>
      ))}
    </ul>
  );
}

/** What a row says of a kit: its name, for whom, what is in it, and what is the matter. */
function KitRowWords({ kit, warning }: { readonly kit: KitSummary; readonly warning: string | undefined }) {
  const names = useTermNames();
  const cells = [...kit.stages.map(names.stage), ...kit.personas.map(names.persona)].join(' · ');
  return (
    <>
      <span className={styles.words}>
        <span className={styles.name}>{kit.name}</span>
        <span className={styles.facts}>
          <span>{itemsText(kit)}</span>
          {cells !== '' && <span>{cells}</span>}
          {kit.owner !== null && <span>{kit.owner.name}</span>}
          <KitMarks kit={kit} />
          {warning !== undefined && <Pill tone="warn">{warning}</Pill>}
        </span>
      </span>
      <UsefulnessMeter usefulness={kit.usefulness} />
    </>
  );
}

const TONES: Readonly<Partial<Record<KitSummary['state'], 'plain' | 'good'>>> = {
  draft: 'plain',
  'in-review': 'plain',
  scheduled: 'plain',
  verified: 'good',
};

/** What sets a kit apart: its state, that it is one's own, kept here, internal, or has something in it that can't be used. */
export function KitMarks({ kit }: { readonly kit: KitSummary }) {
  const { own, state, problems, pinned, audience } = kit;
  return (
    <>
      {own ? (
        <Pill icon={<IconDeviceLaptop size={12} aria-hidden />}>{t`Only on this device`}</Pill>
      ) : (
        state !== 'published' && <Pill tone={TONES[state] ?? 'warn'}>{STATE_NAMES[state]}</Pill>
      )}
      <InternalMark audience={audience} />
      {problems > 0 && (
        <Pill tone="warn">{plural(problems, { one: '# item to check', other: '# items to check' })}</Pill>
      )}
      {pinned && <Pill icon={<IconPin size={12} aria-hidden />}>{t`Kept here`}</Pill>}
    </>
  );
}
