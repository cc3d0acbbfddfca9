import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/runtime-macro';
import type { PublishSays } from '../shared/says/publish.ts';
import type { RequiredAttribute } from '../shared/vocabulary/asset-attributes.ts';
import type { Words } from './words.ts';

type Incomplete = Readonly<Record<RequiredAttribute, (file: string) => MessageDescriptor>>;

const INCOMPLETE: Incomplete = {
  title: (file) => msg`‘${{ file }}’ needs a title. Nothing was published.`,
  type: (file) => msg`‘${{ file }}’ needs a type. Nothing was published.`,
  stages: (file) => msg`‘${{ file }}’ needs a buying stage. Nothing was published.`,
  personas: (file) => msg`‘${{ file }}’ needs a persona. Nothing was published.`,
};

const INCOMPLETE_DRAFT: Incomplete = {
  title: (file) => msg`‘${{ file }}’ needs a title. Nothing was saved.`,
  type: (file) => msg`‘${{ file }}’ needs a type. Nothing was saved.`,
  stages: (file) => msg`‘${{ file }}’ needs a buying stage. Nothing was saved.`,
  personas: (file) => msg`‘${{ file }}’ needs a persona. Nothing was saved.`,
};

/** The table of files on their way to being assets. */
export const publishWords: Words<PublishSays> = {
  'publish.in-library': ({ title }) =>
    msg`The same file is already in the library as ‘${{ title }}’. Remove this row, or open that asset.`,
  'publish.same-as': ({ file }) =>
    msg`The same file as ‘${{ file }}’, which is kept. Remove this row, or keep it instead.`,
  'publish.misnamed': ({ content }) =>
    msg`Its content is ${{ content }}, not what its name says. It is published as what it is.`,
  'publish.folder-gone': () =>
    msg`This folder is not waiting any more. Nothing was changed. Choose it again.`,
  'publish.files-gone': () =>
    msg`These files are not waiting any more. Nothing was added. Choose or drop them again.`,
  'publish.not-ready': ({ file }) =>
    msg`‘${{ file }}’ is not ready to be published. Nothing was published. Retry or discard it.`,
  'publish.incomplete': ({ file, missing }) =>
    typeof missing === 'object'
      ? msg`‘${{ file }}’ has nothing in the column ‘${{ dimension: missing.dimension }}’ yet. Nothing was published. Fill it in.`
      : INCOMPLETE[missing](file),
  'publish.incomplete-draft': ({ file, missing }) =>
    typeof missing === 'object'
      ? msg`‘${{ file }}’ has nothing in the column ‘${{ dimension: missing.dimension }}’ yet. Nothing was saved. Fill it in.`
      : INCOMPLETE_DRAFT[missing](file),
  'publish.without-type': () => msg`An asset needs a type. Nothing was published.`,
  'publish.no-copy': () => msg`This file has no copy in the table. Nothing was changed.`,
  'publish.under-way': () => msg`These rows are being published already. Wait a moment.`,
  'publish.empty-rule': () => msg`A rule needs something to say of files. Nothing was kept.`,
  'publish.no-picture': () => msg`This is not a picture that Kitbag can keep. The row is as it was.`,
};
