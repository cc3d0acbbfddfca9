import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/runtime-macro';
import type { ToldKitField } from '../shared/says/told-field.ts';
import type { KitField } from '../shared/vocabulary/kits.ts';
import { sentence } from './sentence.ts';

/** What is said of kits, within a sentence. */
const FIELDS: Readonly<Record<KitField, () => MessageDescriptor>> = {
  name: () => msg`name`,
  summary: () => msg`summary`,
  objective: () => msg`objective`,
  whenToRun: () => msg`when to run it`,
  talkTrack: () => msg`talk track`,
  redFlags: () => msg`red flags`,
  stages: () => msg`buying stages`,
  personas: () => msg`personas`,
  products: () => msg`products`,
  audience: () => msg`audience`,
  status: () => msg`status`,
  releaseOn: () => msg`release day`,
  expiresOn: () => msg`last day of use`,
  owner: () => msg`owner`,
  verifier: () => msg`verifier`,
  cover: () => msg`cover`,
  smart: () => msg`query`,
  gone: () => msg`making`,
};

/** What a field of a kit is called within a sentence. */
export function kitFieldName(field: ToldKitField): string {
  return typeof field === 'object' ? field.dimension : sentence(FIELDS[field]());
}
