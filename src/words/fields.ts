import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/runtime-macro';
import type { ToldField } from '../shared/says/told-field.ts';
import type { AssetAttribute } from '../shared/vocabulary/asset-attributes.ts';
import type { AssetStatus, Audience } from '../shared/vocabulary/assets.ts';
import { sentence } from './sentence.ts';

/** The fields of assets and their values. */

type Field = { readonly label: () => MessageDescriptor; readonly within: () => MessageDescriptor };

const FIELDS: Readonly<Record<AssetAttribute, Field>> = {
  title: { label: () => msg`Title`, within: () => msg`title` },
  summary: { label: () => msg`Summary`, within: () => msg`summary` },
  type: { label: () => msg`Content type`, within: () => msg`content type` },
  stages: { label: () => msg`Buying stages`, within: () => msg`buying stages` },
  personas: { label: () => msg`Personas`, within: () => msg`personas` },
  products: { label: () => msg`Products`, within: () => msg`products` },
  audience: { label: () => msg`Audience`, within: () => msg`audience` },
  language: { label: () => msg`Language`, within: () => msg`language` },
  tags: { label: () => msg`Tags`, within: () => msg`tags` },
  status: { label: () => msg`Status`, within: () => msg`status` },
  releaseOn: { label: () => msg`Release day`, within: () => msg`release day` },
  expiresOn: { label: () => msg`Last day of use`, within: () => msg`last day of use` },
  owner: { label: () => msg`Owner`, within: () => msg`owner` },
  verifier: { label: () => msg`Verifier`, within: () => msg`verifier` },
  folder: { label: () => msg`Folder`, within: () => msg`folder` },
};

const AUDIENCES: Readonly<Record<Audience, () => MessageDescriptor>> = {
  internal: () => msg`Internal only`,
  customer: () => msg`Customer-facing`,
};

const STATUSES: Readonly<Record<AssetStatus, () => MessageDescriptor>> = {
  draft: () => msg`Draft`,
  'in-review': () => msg`In review`,
  scheduled: () => msg`Scheduled`,
  published: () => msg`Published`,
  archived: () => msg`Archived`,
};

const NONE = () => msg`None`;

/** What a field is called where it stands alone. */
export function fieldLabel(field: ToldField): string {
  return typeof field === 'object' ? field.dimension : sentence(FIELDS[field].label());
}

/** What a field is called within a sentence. */
export function fieldName(field: ToldField): string {
  return typeof field === 'object' ? field.dimension : sentence(FIELDS[field].within());
}

/** A field's value: what it consists of, terms and people by their names. */
export function fieldValue(field: ToldField, parts: readonly string[]): string {
  if (parts.length === 0) return sentence(NONE());
  return parts.map((part) => partOf(field, part)).join(', ');
}

function partOf(field: ToldField, part: string): string {
  const words: Readonly<Record<string, () => MessageDescriptor>> | undefined =
    field === 'audience' ? AUDIENCES : field === 'status' ? STATUSES : undefined;
  const word = words !== undefined && Object.hasOwn(words, part) ? words[part] : undefined;
  return word === undefined ? part : sentence(word());
}
