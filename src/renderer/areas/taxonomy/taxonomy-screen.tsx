import { t } from '@lingui/core/macro';
import { Tabs } from '@mantine/core';
import { z } from 'zod';
import type { Taxonomy } from '../../../contract/taxonomy.ts';
import type { Can } from '../../../shared/vocabulary/capabilities.ts';
import { TERM_FACETS } from '../../../shared/vocabulary/taxonomy.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useRemembered } from '../../base/remembered.ts';
import { useSession } from '../../base/use-session.ts';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { DimensionList } from './dimension-list.tsx';
import { SynonymList } from './synonym-list.tsx';
import { TagList } from './tag-list.tsx';
import { TermList } from './term-list.tsx';
import { FACETS, termsOf } from './terms.ts';
import { useTaxonomyQuery } from './use-terms.ts';

const TABS = [...TERM_FACETS, 'dimensions', 'synonyms', 'tags'] as const;
type Tab = (typeof TABS)[number];
const tabSchema: z.ZodType<Tab> = z.enum(TABS);

/** The words that everybody shares: stages, personas, content types, products, and what else they are called. */
export function TaxonomyScreen() {
  const { can } = useSession();
  const taxonomy = useTaxonomyQuery();
  const [tab, setTab] = useRemembered<Tab>('taxonomy-facet', tabSchema, 'stage');
  if (taxonomy.isError) {
    return (
      <Screen title={t`Taxonomy`} ready>
        <ErrorState error={taxonomy.error} onRetry={() => void taxonomy.refetch()} />
      </Screen>
    );
  }
  const { data } = taxonomy;
  if (!data) {
    return (
      <Screen title={t`Taxonomy`} ready={false}>
        <LoadingRows count={6} />
      </Screen>
    );
  }
  return (
    <Screen title={t`Taxonomy`} ready>
      {can['define-terms'] ? null : (
        <p className={listing.about}>{t`Leads edit these words; everybody uses them.`}</p>
      )}
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabSchema.catch('stage').parse(value))}
        keepMounted={false}
      >
        <TabList taxonomy={data} />
        <Panels taxonomy={data} can={can} />
      </Tabs>
    </Screen>
  );
}

/** The tabs, each with how many there are of it. */
function TabList({ taxonomy }: { readonly taxonomy: Taxonomy }) {
  const counted = (value: Tab, name: string, count: number) => (
    <Tabs.Tab
      key={value}
      value={value}
      rightSection={<span className={listing.count}>{formatNumber(count)}</span>}
    >
      {name}
    </Tabs.Tab>
  );
  const live = (all: readonly { readonly retired: boolean }[]): number =>
    all.filter(({ retired }) => !retired).length;
  return (
    <Tabs.List>
      {FACETS.map(({ facet, tab }) => counted(tabSchema.parse(facet), tab, live(termsOf(taxonomy, facet))))}
      {counted('dimensions', t`Dimensions`, live(taxonomy.dimensions))}
      {counted('synonyms', t`Synonyms`, live(taxonomy.synonyms))}
      {counted('tags', t`Tags`, taxonomy.tags.length)}
    </Tabs.List>
  );
}

function Panels({ taxonomy, can }: { readonly taxonomy: Taxonomy; readonly can: Can }) {
  return (
    <>
      {FACETS.map((words) => (
        <Tabs.Panel key={words.facet} value={words.facet}>
          <TermList taxonomy={taxonomy} words={words} can={can} />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="dimensions">
        <DimensionList taxonomy={taxonomy} can={can} />
      </Tabs.Panel>
      <Tabs.Panel value="synonyms">
        <SynonymList taxonomy={taxonomy} editable={can['define-terms']} />
      </Tabs.Panel>
      <Tabs.Panel value="tags">
        <TagList taxonomy={taxonomy} editable={can['define-terms']} />
      </Tabs.Panel>
    </>
  );
}
