import type { Sent } from '../../contract/sends.ts';
import type { WithFinding } from '../finding/with-finding.ts';

/** An open replica whose use is noted. */
export type WithActivity = WithFinding & {
  /** What leaves is noted on this device. */
  readonly sent: { note(lines: readonly Sent[]): Promise<void> };
  /** What is opened is kept on this device. */
  readonly offline: { opened(sha256: string): Promise<void> };
};
