import { t } from '@lingui/core/macro';
import { Tabs } from '@mantine/core';
import { z } from 'zod';
import { TERM_FACETS } from '../../../shared/vocabulary/taxonomy.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useRemembered } from '../../base/remembered.ts';
import { useSession } from '../../base/use-session.ts';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { DimensionList, dimensionCount } from './dimension-list.tsx';
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
        <Tabs.List>
          {FACETS.map((words) => (
            <Tabs.Tab
              key={words.facet}
              value={words.facet}
              rightSection={
                <span className={listing.count}>
                  {formatNumber(termsOf(data, words.facet).filter((term) => !term.retired).length)}
                </span>
              }
            >
              {words.tab}
            </Tabs.Tab>
          ))}
          <Tabs.Tab
            value="dimensions"
            rightSection={<span className={listing.count}>{dimensionCount(data)}</span>}
          >{t`Dimensions`}</Tabs.Tab>
          <Tabs.Tab
            value="synonyms"
            rightSection={
              <span className={listing.count}>
                {formatNumber(data.synonyms.filter((group) => !group.retired).length)}
              </span>
            }
          >{t`Synonyms`}</Tabs.Tab>
          <Tabs.Tab
            value="tags"
            rightSection={<span className={listing.count}>{formatNumber(data.tags.length)}</span>}
          >{t`Tags`}</Tabs.Tab>
        </Tabs.List>
        {FACETS.map((words) => (
          <Tabs.Panel key={words.facet} value={words.facet}>
            <TermList taxonomy={data} words={words} can={can} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="dimensions">
          <DimensionList taxonomy={data} can={can} />
        </Tabs.Panel>
        <Tabs.Panel value="tags">
          <TagList taxonomy={data} editable={can['define-terms']} />
        </Tabs.Panel>
        <Tabs.Panel value="synonyms">
          <SynonymList taxonomy={data} editable={can['define-terms']} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
