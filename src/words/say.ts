import { msg } from '@lingui/core/runtime-macro';
import type { AllSays } from '../shared/says/all-says.ts';
import { isSays, type Says, type SaysCode } from '../shared/says/says.ts';
import { sentence } from './sentence.ts';
import { undoWords } from './undo.ts';
import type { Words } from './words.ts';

const ALL: Words<AllSays> = { ...undoWords };

/** The sentence for what the engine tells, in the language that is spoken now. */
export function say(says: Says): string {
  // It may have come from another version.
  return Object.hasOwn(ALL, says.code) ? sayOne(says) : sentence(UNKNOWN());
}

function sayOne<Code extends SaysCode>({ code, values }: Says<Code>): string {
  return sentence(ALL[code](values, say));
}

const UNKNOWN = () =>
  msg`Kitbag has something to tell you that this version has no words for. Nothing is lost. Update Kitbag, or restart it.`;

/** What is told by something that was thrown; undefined where it is none of the engine's refusals. */
export function saysOf(thrown: unknown): Says | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if ('says' in thrown && isSays(thrown.says)) return thrown.says;
  return 'data' in thrown ? saysOf(thrown.data) : undefined;
}

/** The sentence for what was thrown: what the engine refused, or that something went wrong that nobody expected. */
export function sayError(thrown: unknown): string {
  const says = saysOf(thrown);
  return says === undefined ? sentence(UNEXPECTED()) : say(says);
}

const UNEXPECTED = () =>
  msg`Something went wrong inside Kitbag. What was confirmed before is safe. Try again; if it happens again, restart Kitbag.`;
