import type { CallDetail, CallSummary } from '../../../contract/calls.ts';
import { dimensionValues } from '../../../shared/dimension-values.ts';
import { pagesText } from '../../../shared/page-runs.ts';
import { say } from '../../../words/say.ts';

/** A call as it is printed for programs, without its pack. */
function printedFacts(call: CallSummary) {
  return {
    id: call.id,
    title: call.title,
    at: call.at,
    ...(call.account !== '' && { account: call.account }),
    ...(call.stage !== null && { stage: call.stage }),
    personas: call.personas,
    ...dimensionValues(call),
  };
}

/** A call with its pack, as it is printed for programs. */
export function printedCall(call: CallDetail) {
  return {
    ...printedFacts(call),
    pack: call.pack.map(({ id, title, version, pages, why }) => ({
      assetId: id,
      title,
      version,
      ...(pages.length > 0 && { pages: pagesText(pages) }),
      why: why === undefined ? '' : say(why),
    })),
  };
}

/** When a call is, on this device's clock: `2026-12-03 14:00`. */
export function printedTime(at: number): string {
  const time = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
