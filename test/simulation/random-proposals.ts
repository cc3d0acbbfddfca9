import type { JsonObject } from '../../src/sync/journal/journal-event.ts';
import { idOf } from '../support/event-maker.ts';
import { asset, maybe, pick, request, type Surroundings, stated, text } from './random-values.ts';

/** Makes the body of an event of every kind that is of what people propose. */
export const proposalGenerators = {
  'proposal-made': (at) => ({
    ...stated(at, 'proposal', idOf('f', at.random.below(3))),
    file: {
      sha256: at.addFile(`proposed ${at.random.below(3)}`),
      size: 1 + at.random.below(1000),
      fileName: text(at, 'file'),
    },
    why: text(at, 'used it'),
    at: at.now,
    ...maybe(at, { request: request(at) }),
  }),
  'proposal-answered': (at) => ({
    proposal: idOf('f', at.random.below(3)),
    answer: pick(at.random, ['adopted', 'declined', 'withdrawn', 'open']),
    at: at.now,
    ...maybe(at, { reason: text(at, 'because'), asset: asset(at) }),
  }),
} satisfies Record<string, (at: Surroundings) => JsonObject>;
