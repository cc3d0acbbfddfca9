import { Refusal } from '../engine/base/refusal.ts';
import { diskRefused } from '../engine/base/what-is-wrong.ts';
import { StorageError } from '../shared/errors.ts';
import type { Says } from '../shared/says/says.ts';

/** Why an engine of this process did not do what it was asked: a code of the contract's errors, and what people are told. */
type Refused = {
  readonly code: string;
  readonly says: Says;
};

/** What an engine of this process has thrown, where that is no defect: a refusal, or the disk's. */
export function refusedBy(error: unknown): Refused | undefined {
  if (error instanceof Refusal) return { code: error.code, says: error.data.says };
  if (error instanceof StorageError) return { code: 'DISK', says: diskRefused(error.failure) };
  return undefined;
}
