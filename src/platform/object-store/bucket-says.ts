import { type Says, says } from '../../shared/says/says.ts';
import type { BucketProblem, BucketReport } from './bucket/bucket-options.ts';

/** Why a bucket can't be used: what is wrong, what to do. `detail`: the right region, the seconds between the clocks. */
export function problemSays(problem: BucketProblem, detail: string | undefined): Says {
  if (problem === 'wrong-region' && detail !== undefined && /^[a-z0-9-]{2,64}$/.test(detail))
    return says('bucket.wrong-region-known', { region: detail });
  return problem === 'unreachable' ? says('bucket.nothing-answers') : says(`bucket.${problem}`);
}

/** What is good to know of a bucket that works. */
export function testNotes(
  { conditional, skewSeconds }: Extract<BucketReport, { readonly ok: true }>,
  endpoint: string,
): readonly Says[] {
  return [
    ...(endpoint.startsWith('http:') ? [says('bucket.plain-http')] : []),
    ...(conditional ? [] : [says('bucket.overwrites')]),
    ...(skewSeconds === undefined ? [] : [says('bucket.clock-off')]),
  ];
}
