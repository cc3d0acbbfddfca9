import { z } from 'zod';
import { cleanLine } from '../../shared/clean-line.ts';
import { isDay } from '../../shared/day.ts';
import {
  FARTHEST_ORDER,
  LARGEST_AMOUNT,
  LATEST_TIME,
  LONGEST_LINE,
  LONGEST_PATH,
  LONGEST_PROSE,
  LONGEST_TIME_ZONE,
  MOST_CHOSEN,
  MOST_COUNTED,
  MOST_FILTERS,
  MOST_PAGES,
} from '../../shared/limits.ts';
import { cleanName } from '../../shared/person-name.ts';
import { termIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { NONCE_PATTERN, SHA256_PATTERN } from '../../shared/vocabulary/ids.ts';

/** What bodies of events are made of: each value with its bounds, so that an event beyond is refused singly. */

export {
  assetIdSchema as assetId,
  commentIdSchema as commentId,
  deviceIdSchema as deviceId,
  goldenIdSchema as goldenQueryId,
  hubIdSchema as hubId,
  kitIdSchema as kitId,
  kitItemIdSchema as kitItemId,
  kitProposalIdSchema as kitProposalId,
  memberIdSchema as memberId,
  proposalIdSchema as proposalId,
  requestIdSchema as requestId,
  ruleIdSchema as ruleId,
  termIdSchema as termId,
  versionIdSchema as versionId,
  viewIdSchema as viewId,
} from '../../shared/vocabulary/id-schemas.ts';
/** The digest of an event; a blob's name is a `blob` (`blobs.ts`). */
export const digest = z.string().regex(SHA256_PATTERN);
/** What the ids that an event states for the first time follow from, with its author; absent in old journals. See `claims.ts`. */
export const nonce = z.string().regex(NONCE_PATTERN).optional();
export const shortText = z.string().trim().min(1).max(LONGEST_LINE);
/** One line of text for people, as it may be shown: trimmed, never empty. */
export const line = z.string().transform(cleanLine).pipe(shortText);
/** The same, or nothing: empty. */
export const optionalLine = z.string().transform(cleanLine).pipe(z.string().trim().max(LONGEST_LINE));
/** Folders one in another, parted by `/`, or nothing: empty. */
export const path = z.string().transform(cleanLine).pipe(z.string().trim().max(LONGEST_PATH));
/** A name of somebody, a device or a hub, as it may be shown: what can't be seen in it is not there. */
export const name = z.string().transform(cleanName).pipe(shortText);
export const prose = z.string().max(LONGEST_PROSE);
/** Milliseconds since 1970; business facts carry their own time, which is not the event's stamp. */
export const time = z.number().int().nonnegative().max(LATEST_TIME);
/** An Ed25519 public key: 32 raw bytes, base64url. */
export const publicKey = z.string().regex(/^[\w-]{43}$/);
/** How many there are of something. */
export const count = z.number().int().nonnegative().max(MOST_COUNTED);
export const pages = z.number().int().nonnegative().max(MOST_PAGES);
/** The `seq` of an event; 0 before the first. */
export const position = count;
/** A calendar day that exists, `2026-11-21`. */
export const day = z.string().refine(isDay);
/** What a time zone is called, `Europe/Berlin`: whether there is one is for each runtime to know, or devices would not agree which events count. */
export const timeZone = z
  .string()
  .regex(/^[A-Za-z0-9_+/-]+$/)
  .max(LONGEST_TIME_ZONE);
/** Money, in the hub's currency. */
export const amount = z.number().nonnegative().max(LARGEST_AMOUNT);
/** Where a term stands in its list. */
export const order = z.number().min(-FARTHEST_ORDER).max(FARTHEST_ORDER);
/** Why a text can't be searched, as a code. */
export const reason = z.string().max(LONGEST_LINE);
export const termIds = z.array(termIdSchema).max(MOST_CHOSEN);

/** A word of settings, as the version that wrote it has it: this one may not know it. */
export const settingWord = z.string().min(1).max(64);

/** Chosen values by the filter that they are of. */
export const chosenFilters = z
  .array(
    z.object({
      of: settingWord,
      values: z
        .array(z.string().transform(cleanLine).pipe(z.string().min(1).max(LONGEST_LINE)))
        .max(MOST_CHOSEN),
    }),
  )
  .max(MOST_FILTERS);
