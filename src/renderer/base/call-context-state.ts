import type { z } from 'zod';
import { type CallContext, callContextSchema } from '../../contract/search.ts';
import { useRemembered } from './remembered.ts';

const none: CallContext = {};
const schema: z.ZodType<CallContext> = callContextSchema;

/** The call that one prepares for: it changes ranking everywhere and fills in ratings and requests. Kept over restarts. */
export function useCallContext(): [CallContext, (next: CallContext) => void] {
  return useRemembered('call-context', schema, none);
}
