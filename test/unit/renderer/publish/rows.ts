import type { StagedRow } from '../../../../src/contract/publish-rows.ts';
import type { RowTerms } from '../../../../src/renderer/areas/publish/row-terms.ts';

/** A row that is ready and complete; what is given replaces its parts. */
export function rowOf(
  id: string,
  fields: Partial<StagedRow['fields']> = {},
  rest: Partial<StagedRow> = {},
): StagedRow {
  return {
    id,
    fileName: `${id}.pdf`,
    folder: '',
    size: 1,
    state: 'ready',
    fields: {
      title: 'A title',
      type: 'faq',
      stages: ['decision'],
      personas: ['cfo'],
      products: [],
      audience: 'customer',
      language: 'en',
      tags: [],
      summary: '',
      folder: '',
      note: '',
      versionOf: null,
      ...fields,
    },
    guessed: [],
    missing: [],
    ...rest,
  };
}

/** A small vocabulary, one of whose names holds a comma. */
export const terms: RowTerms = {
  dimensions: [],
  types: [
    { value: 'faq', label: 'FAQ' },
    { value: 'case-study', label: 'Case study' },
  ],
  stages: [
    { value: 'awareness', label: 'Awareness' },
    { value: 'decision', label: 'Decision', also: ['BOFU', 'bottom of funnel'] },
  ],
  personas: [
    { value: 'cfo', label: 'CFO', also: ['finance director'] },
    { value: 'head', label: 'Head of sales, EMEA' },
  ],
  products: [],
  audiences: [
    { value: 'internal', label: 'Internal only' },
    { value: 'customer', label: 'Customer-facing', also: ['External'] },
  ],
  languages: [{ value: 'en', label: 'English' }],
  tags: [],
};
