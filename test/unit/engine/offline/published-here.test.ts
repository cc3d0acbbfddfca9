import { expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

it('what was published on this device is never said to be away, not even for a moment', async () => {
  const engine = await TempEngine.open();
  try {
    for (let round = 0; round < 10; round += 1) {
      const [asset = ''] = await engine.publish(engine.file(`${round}.txt`, `Text ${round}`));
      const { versions } = await engine.client.assets.get({ asset });
      const version = engine.engine.summaries().get(asset)?.version;
      expect(version?.away).toBeUndefined();
      expect(version?.thumbnail).toBeDefined();
      expect(versions[0]?.away).toBeUndefined();
    }
  } finally {
    await engine.remove();
  }
});
