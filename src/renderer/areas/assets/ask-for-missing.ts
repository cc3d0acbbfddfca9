import type { StepTaken } from '../../../contract/step-taken.ts';
import { showError } from '../../base/undo-toast.ts';
import { type Given, stepAsked } from './step-asked.ts';

/** A step that can be taken once more, with what it asked for. */
export type StepAgain = {
  /** What the step is, as a button's word. */
  readonly word: string;
  readonly take: (assets: readonly string[], given: Given) => Promise<StepTaken>;
  /** Says what came of it. */
  readonly tell: (taken: StepTaken) => void;
};

/** Asks for what assets lack with which a step was not taken, and takes it with them then. Answers what is to be told besides. */
export function askForMissing(taken: StepTaken, { word, take, tell }: StepAgain, title?: string): StepTaken {
  const lacking = taken.refused.filter(({ missing = [] }) => missing.length > 0);
  if (lacking.length === 0) return taken;
  const assets = lacking.map(({ asset }) => asset);
  stepAsked.set({
    step: 'complete',
    assets,
    ...(title !== undefined && { title }),
    missing: [...new Set(lacking.flatMap(({ missing = [] }) => missing))],
    word,
    take: async (given) => {
      try {
        tell(await take(assets, given));
        return true;
      } catch (error) {
        showError(error);
        return false;
      }
    },
  });
  return { ...taken, refused: taken.refused.filter((one) => !lacking.includes(one)) };
}
