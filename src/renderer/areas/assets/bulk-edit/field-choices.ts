import { t } from '@lingui/core/macro';
import { ATTRIBUTES } from '../../../../shared/vocabulary/asset-attributes.ts';
import {
  aboutField,
  type DimensionField,
  dimensionOfField,
  isDimensionField,
} from '../../../../shared/vocabulary/asset-fields.ts';
import { languageName } from '../../../../words/sentence.ts';
import { usePeople } from '../../../base/person-select.tsx';
import { useTaxonomy } from '../../../base/use-taxonomy.ts';
import { formatDay } from '../../../ui/format.ts';
import { languageOptions } from '../../../ui/languages.ts';
import type { BulkField } from './edit-draft.ts';

type Option = { readonly value: string; readonly label: string };

/** What a field's values are called, and which there are to choose of; null where any words go. */
export type FieldChoices = {
  readonly options: (field: BulkField) => readonly Option[] | null;
  readonly nameOf: (field: BulkField, value: string) => string;
};

/** The values of every field by their names. */
export function useFieldChoices(): FieldChoices {
  const taxonomy = useTaxonomy();
  const people = usePeople() ?? [];
  const audiences = [
    { value: 'customer', label: t`Customer-facing` },
    { value: 'internal', label: t`Internal only` },
  ];
  const all = (field: BulkField): readonly (Option & { retired?: boolean })[] | null => {
    if (isDimensionField(field)) {
      const terms = taxonomy.dimensions.find(({ id }) => id === dimensionOfField(field))?.terms ?? [];
      return terms.map(({ id, name, retired }) => ({ value: id, label: name, retired }));
    }
    const attribute = ATTRIBUTES[field as Exclude<BulkField, DimensionField>];
    switch (attribute.kind) {
      case 'term':
      case 'terms':
        return taxonomy[attribute.list].map(({ id, name, retired }) => ({ value: id, label: name, retired }));
      case 'audience':
        return audiences;
      case 'language':
        return languageOptions(taxonomy.languages);
      case 'person':
        return people.map(({ id, name }) => ({ value: id, label: name }));
      case 'tags':
        return taxonomy.tags.map(({ tag }) => ({ value: tag, label: tag }));
      case 'path':
      case 'prose':
      case 'day':
        return null;
    }
  };
  return {
    options: (field) => all(field)?.filter(({ retired }) => retired !== true) ?? null,
    nameOf: (field, value) => {
      if (aboutField(field).kind === 'day') return formatDay(value);
      if (aboutField(field).kind === 'language') return languageName(value);
      return all(field)?.find((option) => option.value === value)?.label ?? value;
    },
  };
}
