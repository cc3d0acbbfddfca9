import { z } from 'zod';
import { DEVICE_ID_PATTERN, type ID_PREFIX, idPattern, SHA256_PATTERN, TERM_ID_PATTERN } from './ids.ts';

/** The schemas of ids, each once. What an id tells apart for the compiler, its schema gives with its brand. */

const idOf = (kind: keyof typeof ID_PREFIX) => z.string().regex(idPattern(kind));
export const assetIdSchema = idOf('asset');
export const versionIdSchema = idOf('version');
export const requestIdSchema = idOf('request');
export const commentIdSchema = idOf('comment');
export const memberIdSchema = idOf('member').brand<'MemberId'>();
/** The same as text among other text: in what people are told, and as an attribute's value. */
export const plainMemberIdSchema = idOf('member');
export const hubIdSchema = idOf('hub').brand<'HubId'>();
export const goldenIdSchema = idOf('golden');
export const ruleIdSchema = idOf('rule');
export const proposalIdSchema = idOf('proposal');
export const kitIdSchema = idOf('kit');
export const kitItemIdSchema = idOf('kitItem');
export const kitProposalIdSchema = idOf('kitProposal');
export const ownKitIdSchema = idOf('ownKit');
export const stagedIdSchema = idOf('staged');
export const viewIdSchema = idOf('view');
export const watchIdSchema = idOf('watch');
export const callIdSchema = idOf('call');
export const savedSearchIdSchema = idOf('savedSearch');
export const termIdSchema = z.string().regex(TERM_ID_PATTERN);
export const deviceIdSchema = z.string().regex(DEVICE_ID_PATTERN).brand<'DeviceId'>();
export const sha256Schema = z.string().regex(SHA256_PATTERN).brand<'Sha256'>();
