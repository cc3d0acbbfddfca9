import type { AnyCollection } from '../../src/domain/kernel/define-collection.ts';
import type { AnyEvent } from '../../src/domain/kernel/define-event.ts';
import { Model } from '../../src/domain/kernel/model.ts';
import { type DomainModel, type EventKind, MODEL } from '../../src/domain/registry.ts';

/** An older version of Kitbag, which does not know a kind yet. */
export function modelWithout(kind: EventKind): DomainModel {
  const { events, ...rest } = MODEL.definitions;
  return new Model({ ...rest, events: events.filter((event) => event.kind !== kind) });
}

/** A later version of Kitbag, which knows more: what is given is registered as `registry.ts` registers what there is. */
export function modelWith(more: {
  readonly events: readonly AnyEvent[];
  readonly collections: readonly AnyCollection[];
}): DomainModel {
  const { events, collections, logic } = MODEL.definitions;
  return new Model({
    events: [...events, ...more.events],
    collections: [...collections, ...more.collections],
    logic,
  });
}
