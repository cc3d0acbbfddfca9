import type { Implementer } from '../base/implementer.ts';
import type { Told } from '../base/wire-error.ts';
import type { WithRecognition } from './with-recognition.ts';

/** Recognizing the words on pages that are pictures: how far it is, on or off here, and all of it at once. */
export function recognitionRouter({ recognition }: Implementer, replica: () => WithRecognition, told: Told) {
  const here = () => replica().recognition;
  return {
    state: recognition.state.handler(() => here().state()),
    set: recognition.set.handler(async ({ input }) => {
      await here().setOn(input.on);
      return here().state();
    }),
    all: recognition.all.handler(() => told(here().recognizeAll(), 'recognition.all')),
  };
}
