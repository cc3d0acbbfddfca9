import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import type { AskedPlace, PlaceTestResult } from '../../../../contract/hub.ts';
import { say } from '../../../../words/say.ts';
import { engine } from '../../../base/engine-client.ts';
import { describeError } from '../../../base/wire-error.ts';
import { formatNumber } from '../../../ui/format.ts';
import styles from './hub.module.css';

/** Testing a place: one that is asked about, or the one where the hub is. */
export function useBucketTest() {
  const run = useMutation({ mutationFn: (asked: AskedPlace | undefined) => engine.hub.test(asked) });
  const error = run.isError ? describeError(run.error) : undefined;
  return {
    test: (asked?: AskedPlace) => run.mutate(asked),
    result: run.data,
    /** What was found is of another place or another time. */
    forget: run.reset,
    testing: run.isPending,
    failed: error === undefined ? null : { field: error.field, message: error.message },
  };
}

/** What came of a test, in sentences. */
export function BucketTest({
  result,
  failed,
  testing,
}: {
  readonly result: PlaceTestResult | undefined;
  /** Why there could be no test. */
  readonly failed?: string | undefined;
  readonly testing: boolean;
}) {
  const wrong = failed ?? (result?.ok === false ? say(result.says) : undefined);
  return (
    <div role="status" className={styles.status}>
      {testing && <p className={`${styles.text} ${styles.quiet}`}>{t`Testing the connection…`}</p>}
      {!testing && wrong !== undefined && <p className={styles.problem}>{wrong}</p>}
      {!testing && result?.ok === true && (
        <div className={styles.good}>
          <p className={styles.text}>{testSentence(result)}</p>
          {result.notes.map((note) => (
            <p key={note.code} className={styles.text}>
              {say(note)}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function testSentence({ latencyMs, putMs }: Extract<PlaceTestResult, { readonly ok: true }>): string {
  const request = formatNumber(latencyMs);
  if (putMs === undefined) return t`It works. A request takes ${request} ms.`;
  return t`It works. A request takes ${request} ms, sending a megabyte ${{ megabyte: formatNumber(putMs) }} ms.`;
}
