import { t } from '@lingui/core/macro';
import { Button, Select } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import type { KitSummary } from '../../../contract/kits.ts';
import type { DimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useRemembered } from '../../base/remembered.ts';
import { DimensionSelect, PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { useSession } from '../../base/use-session.ts';
import { useDimensions } from '../../base/use-taxonomy.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { newKit } from './kit-dialogs-state.ts';
import { KitList } from './kit-list.tsx';
import styles from './kits.module.css';
import { LibrarySwitch } from './library-switch.tsx';
import { ProposedKits } from './proposed-kits.tsx';
import { inOrder, type KitFilter, passes, SHOWN, SORTS } from './sift-kits.ts';
import { useKits } from './use-kits.ts';

const sortSchema = z.enum(SORTS);
const shownSchema = z.enum(SHOWN);

function single(value: string | readonly string[] | null): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function useSifting() {
  const [stage, setStage] = useState<string | null>(null);
  const [persona, setPersona] = useState<string | null>(null);
  const [shown, setShown] = useRemembered('kits.shown', shownSchema, 'all');
  const [sort, setSort] = useRemembered('kits.sort', sortSchema, 'name');
  const [dimensions, setDimensions] = useState<KitFilter['dimensions']>({});
  const setTerm = (field: DimensionField, term: string | null): void =>
    setDimensions({ ...dimensions, [field]: term });
  const filter: KitFilter = { stage, persona, dimensions, shown };
  return { filter, sort, setTerm, setStage, setPersona, setShown, setSort };
}

/** Kits: what to take to a call, in order, with how to run it. */
export function KitsScreen() {
  const kits = useKits();
  const sifting = useSifting();
  const { member } = useSession();
  const make = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => newKit.set({})}
    >{t`Make a kit`}</Button>
  );
  const all = kits.data ?? [];
  const listed = inOrder(
    all.filter((kit) => passes(kit, sifting.filter, member.id)),
    sifting.sort,
  );
  return (
    <Screen
      title={t`Kits`}
      fill
      ready={kits.data !== undefined || kits.isError}
      actions={
        <>
          <LibrarySwitch shown="kits" />
          {all.length > 0 && make}
        </>
      }
    >
      <div className={styles.page}>
        <ProposedKits />
        {kits.isError ? (
          <ErrorState error={kits.error} onRetry={() => void kits.refetch()} />
        ) : kits.data === undefined ? (
          <LoadingRows count={6} picture />
        ) : all.length === 0 ? (
          <NoKits action={make} />
        ) : (
          <>
            <Sieve sifting={sifting} kits={all} />
            {listed.length === 0 ? (
              <p className={styles.quiet}>{t`No kit fits these filters.`}</p>
            ) : (
              <KitList kits={listed} />
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

function NoKits({ action }: { readonly action: ReactNode }) {
  const { can } = useSession();
  return (
    <EmptyState
      icon={IconBooks}
      title={t`No kits yet`}
      text={
        can.publish
          ? t`A kit is what to take to one kind of call: documents or pages in order, with when to run it and what to say. Start from the best assets for a stage and a persona.`
          : t`A kit is what to take to one kind of call: documents or pages in order. Yours stay on this device until you propose them.`
      }
      action={action}
    />
  );
}

type SieveProps = {
  readonly sifting: ReturnType<typeof useSifting>;
  readonly kits: readonly KitSummary[];
};

function Sieve({ sifting, kits }: SieveProps) {
  const { filter, sort } = sifting;
  return (
    <div className={styles.sieve}>
      <StageSelect
        aria-label={t`Buying stage`}
        placeholder={t`Any stage`}
        size="xs"
        value={filter.stage}
        onChange={(value) => sifting.setStage(single(value))}
      />
      <PersonaSelect
        aria-label={t`Persona`}
        placeholder={t`Any persona`}
        size="xs"
        value={filter.persona}
        onChange={(value) => sifting.setPersona(single(value))}
      />
      <DimensionSieve sifting={sifting} kits={kits} />
      <Select
        aria-label={t`Which kits`}
        size="xs"
        w={150}
        allowDeselect={false}
        value={filter.shown}
        data={[
          { value: 'all', label: t`All kits` },
          { value: 'mine', label: t`My kits` },
          { value: 'drafts', label: t`Drafts` },
          { value: 'problems', label: t`With problems` },
        ]}
        onChange={(value) => sifting.setShown(shownSchema.catch('all').parse(value))}
      />
      <Select
        aria-label={t`Sort`}
        size="xs"
        w={170}
        allowDeselect={false}
        value={sort}
        data={[
          { value: 'name', label: t`By name` },
          { value: 'newest', label: t`Newest first` },
          { value: 'most-useful', label: t`Most useful first` },
        ]}
        onChange={(value) => sifting.setSort(sortSchema.catch('name').parse(value))}
      />
    </div>
  );
}

/** Of up to twelve dimensions only those that some kit says anything of. */
function DimensionSieve({ sifting, kits }: SieveProps) {
  const dimensions = useDimensions().filter(({ field }) => kits.some((kit) => (kit[field]?.length ?? 0) > 0));
  return dimensions.map(({ field, name }) => (
    <DimensionSelect
      key={field}
      field={field}
      aria-label={name}
      placeholder={name}
      size="xs"
      value={sifting.filter.dimensions[field] ?? null}
      onChange={(value) => sifting.setTerm(field, single(value))}
    />
  ));
}
