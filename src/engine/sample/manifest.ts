import { z } from 'zod';
import { DEFAULT_PERSONAS, DEFAULT_STAGES, DEFAULT_TYPES } from '../../domain/taxonomy/default-taxonomy.ts';
import { ASSET_STATUSES, AUDIENCES } from '../../shared/vocabulary/assets.ts';
import { REQUEST_SIZES, REQUEST_STATUSES } from '../../shared/vocabulary/requests.ts';
import { ROLES } from '../../shared/vocabulary/roles.ts';

/**
 * What the sample hub's documents are: how they are tagged, rated, requested and used. Times are days before the
 * day on which the sample is loaded, so that stale stays stale and fresh stays fresh. Keys (`ana`, `flow-one-pager`)
 * only connect the parts of the manifest; the hub's own ids are made when it is loaded.
 */

const oneOf = (ids: readonly string[], what: string) => {
  const known = new Set(ids);
  return z.string().refine((id) => known.has(id), { error: `not a ${what} of the default taxonomy` });
};

const stage = oneOf(
  DEFAULT_STAGES.map((term) => term.id),
  'stage',
);
const persona = oneOf(
  DEFAULT_PERSONAS.map((term) => term.id),
  'persona',
);
const type = oneOf(
  DEFAULT_TYPES.map((term) => term.id),
  'type',
);

const key = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const line = z.string().trim().min(1).max(300);
const paragraph = z.string().trim().min(1).max(2_000);
const daysAgo = z.number().min(0).max(3_650);
/** Relative to the manifest's folder, with `/`, never out of it. */
const file = z.string().regex(/^files\/(?:[a-z0-9][a-z0-9-]*\/)*[A-Za-z0-9][A-Za-z0-9._ -]*$/);

const product = z.strictObject({ id: key, name: line });

const colleague = z.strictObject({ key, name: line, role: z.enum(ROLES) });

const earlierVersion = z.strictObject({ file, daysAgo });

const asset = z.strictObject({
  key,
  file,
  /** Only when it should differ from what the document itself gives. */
  title: line.exactOptional(),
  summary: paragraph,
  type,
  stages: z.array(stage).min(1),
  personas: z.array(persona).min(1),
  products: z.array(key),
  audience: z.enum(AUDIENCES),
  /** BCP 47. */
  language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
  tags: z.array(line),
  publishedBy: key,
  /** Of the current version. */
  publishedDaysAgo: daysAgo,
  verifiedDaysAgo: daysAgo.exactOptional(),
  /** Negative: it has expired that many days ago. */
  expiresInDays: z.number().min(-3_650).max(3_650).exactOptional(),
  /** Absent: published. */
  status: z.enum(ASSET_STATUSES).extract(['published', 'draft', 'archived']).exactOptional(),
  /** Oldest first. */
  earlierVersions: z.array(earlierVersion).exactOptional(),
});

const rating = z.strictObject({
  asset: key,
  by: key,
  value: z.int().min(1).max(5),
  stage,
  persona,
  comment: paragraph.exactOptional(),
  daysAgo,
  /** Given to the version before the current one. */
  onEarlierVersion: z.boolean().exactOptional(),
});

const comment = z.strictObject({ by: key, text: paragraph, daysAgo });

const request = z.strictObject({
  key,
  title: line,
  need: paragraph,
  why: paragraph,
  stage,
  persona,
  type,
  by: key,
  /** When it is needed; negative: that many days ago. */
  neededInDays: z.number().min(-3_650).max(3_650).exactOptional(),
  daysAgo,
  /** Who said 'me too'; never the requester. */
  votes: z.array(key),
  /** Of the deals that wait for it, in euros. */
  dealValue: z.number().positive().exactOptional(),
  comments: z.array(comment).exactOptional(),
  status: z.enum(REQUEST_STATUSES).exclude(['merged']),
  /** Who accepted, fulfilled or declined it. */
  answeredBy: key.exactOptional(),
  answeredDaysAgo: daysAgo.exactOptional(),
  /** Why it was declined. */
  reason: paragraph.exactOptional(),
  fulfilledWith: key.exactOptional(),
  size: z.enum(REQUEST_SIZES).exactOptional(),
});

const use = z.strictObject({
  asset: key,
  by: key,
  kind: z.enum(['viewed', 'shared']),
  daysAgo,
  /** 1-based. */
  page: z.int().min(1).exactOptional(),
});

/** The form of `resources/sample/manifest.json`; what it refers to is checked by the unit test beside its documents. */
export const sampleManifestSchema = z.strictObject({
  hub: z.strictObject({ name: line }),
  products: z.array(product).min(1),
  colleagues: z.array(colleague).min(1),
  assets: z.array(asset).min(1),
  ratings: z.array(rating),
  requests: z.array(request),
  uses: z.array(use),
});

/** The sample hub: its documents and what people did with them. */
export type SampleManifest = z.infer<typeof sampleManifestSchema>;
