/** Why the disk refused. */
export type StorageFailure =
  | 'disk-full'
  | 'read-only'
  | 'no-permission'
  | 'missing'
  | 'held'
  | 'damaged'
  | 'input-output';

/** The disk refused: nothing of the operation counts. The message is for logs; people get a sentence made from `failure`. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly failure: StorageFailure;
  constructor(failure: StorageFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
