import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../../src/domain/registry.ts';
import { FoldedSnapshots } from '../../../../src/engine/live/folded-snapshots.ts';
import type { CollectionSnapshot } from '../../../../src/engine/ports/snapshots.ts';
import { foldContext } from '../../../support/event-maker.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';

describe('snapshots of what is about to be taken back', () => {
  it('are not saved, and do not come back, until everything was folded again', async () => {
    const saved = new Map<string, CollectionSnapshot>();
    const store = {
      load: async (name: string) => saved.get(name),
      save: async (name: string, snapshot: CollectionSnapshot) => void saved.set(name, snapshot),
    };
    const timers: (() => void)[] = [];
    const later = (run: () => void) => {
      timers.push(run);
      return () => undefined;
    };
    const snapshots = new FoldedSnapshots(store, keepingLogger(), later, () => 0);
    const position = { 'a/catalog': 3 };
    const folded = () => ({ state: MODEL.emptyCatalog(), activity: MODEL.emptyActivity(), position });
    const load = () => snapshots.load(position, foldContext);
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    snapshots.markAll();
    snapshots.schedule(folded);
    for (const timer of timers.splice(0)) timer();
    await settle();
    expect((await load())?.position).toEqual(position);
    await snapshots.discard();
    snapshots.schedule(folded);
    for (const timer of timers.splice(0)) timer();
    await settle();
    expect(await load()).toBeUndefined();
    snapshots.markAll();
    snapshots.schedule(folded);
    for (const timer of timers.splice(0)) timer();
    await settle();
    expect((await load())?.position).toEqual(position);
  });
});
