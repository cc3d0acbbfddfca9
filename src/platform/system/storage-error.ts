import { StorageError, type StorageFailure } from '../../shared/errors.ts';

const FAILURES: Readonly<Record<string, StorageFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'missing',
  EBUSY: 'held',
};

/** The `code` of an error of the system, e.g. `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** An error of the system in Kitbag's terms; defects pass through unchanged. `doing` is for logs and names no content. */
export function toStorageError(error: unknown, doing: string): unknown {
  if (error instanceof StorageError) return error;
  const code = systemCode(error);
  if (!code) return error;
  return new StorageError(FAILURES[code] ?? 'input-output', `${doing}: ${code}`, { cause: error });
}

/** Runs a piece of disk work and throws its refusals as `StorageError`. */
export async function onDisk<Value>(doing: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw toStorageError(error, doing);
  }
}
