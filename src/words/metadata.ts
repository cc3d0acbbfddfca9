import { msg } from '@lingui/core/runtime-macro';
import type { MetadataSays } from '../shared/says/metadata.ts';
import { fieldLabel, fieldName } from './fields.ts';
import type { Words } from './words.ts';

/** What is said of assets as a table. */
export const metadataWords: Words<MetadataSays> = {
  'metadata.no-table': ({ fileName }) =>
    msg`‘${{ fileName }}’ can’t be read as a table. Nothing was changed. Save it as CSV or XLSX and choose it again.`,
  'metadata.table-too-large': ({ fileName }) =>
    msg`‘${{ fileName }}’ is too large. Nothing was changed. Split it into smaller files.`,
  'metadata.empty-table': ({ fileName }) =>
    msg`‘${{ fileName }}’ has no rows below its headings. Nothing was changed.`,
  'metadata.table-gone': () =>
    msg`This table was opened a while ago. Nothing was changed. Choose the file again.`,
  'metadata.names-no-assets': () =>
    msg`No column says which asset a row is about. Nothing was changed. Add a column ‘Asset ID’ or ‘File name’.`,
  'metadata.says-nothing': () =>
    msg`No column says anything of the assets. Nothing was changed. Choose what the columns are.`,
  'metadata.field-twice': ({ field }) =>
    msg`Two columns set the field ‘${{ field: fieldLabel(field) }}’. Nothing was changed. Leave one of them out.`,
  'metadata.one-value': ({ field }) =>
    msg`‘${{ field: fieldLabel(field) }}’ has one value: it can be set, nothing can be added to it or removed.`,
  'metadata.no-field': ({ name }) => msg`There is no field ‘${{ name }}’.`,
  'metadata.unknown-value': ({ field, text }) =>
    msg`‘${{ text }}’ is not known as a value of ‘${{ field: fieldLabel(field) }}’.`,
  'metadata.several-meant': ({ field, text }) =>
    msg`‘${{ text }}’ could mean several values of ‘${{ field: fieldLabel(field) }}’. Write the ID.`,
  'metadata.no-day': ({ text }) => msg`‘${{ text }}’ is not a day. Write it as 2026-11-21.`,
  'metadata.unclear-day': ({ text }) =>
    msg`‘${{ text }}’ could be two different days. Write it as 2026-11-21.`,
  'metadata.too-long': ({ field, most }) =>
    msg`The ${{ field: fieldName(field) }} is longer than ${{ most }} characters.`,
  'metadata.needed': ({ field }) => msg`The ${{ field: fieldName(field) }} can’t be empty.`,
  'metadata.row-names-nothing': () => msg`This row does not say which asset it is about.`,
  'metadata.no-asset': ({ id }) => msg`There is no asset with the ID ‘${{ id }}’.`,
  'metadata.no-file': ({ fileName }) => msg`No asset has the file name ‘${{ fileName }}’.`,
  'metadata.several-files': ({ fileName, count }) =>
    msg`${{ count }} assets have the file name ‘${{ fileName }}’. Add a column ‘Asset ID’.`,
  'metadata.row-again': ({ row }) => msg`Row ${{ row }} is about the same asset. This one was left out.`,
};
