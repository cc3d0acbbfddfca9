import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ENGINE_V8_FLAGS } from '../../src/main/host/v8-flags.ts';
import { readCollections } from './collections.ts';
import { measureRelevance } from './relevance.ts';

/**
 * Search as a product: how well it finds what people judged relevant and forgives typos, on any folder of collections in BEIR layout, and how
 * long it takes in libraries of several sizes. Arguments: numbers of assets, folder of collections (may be empty), `fuse` to compare
 * with fuse.js too. Prints JSON.
 */

const [sizes = '', ir = '', fuse = ''] = process.argv.slice(2);

const typedTwice = z.looseObject({ clockOfEach: z.array(z.number()), clockOfEachAgain: z.array(z.number()) });

/** Each step in a process of its own. */
function speedOf(assets: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
  try {
    const parts = ['build', 'open', 'again'].map((step): unknown => {
      const script = join(import.meta.dirname, 'speed.ts');
      // As the application starts its engine.
      const ran = spawnSync(process.execPath, [...ENGINE_V8_FLAGS, script, step, assets, folder, ir], {
        stdio: ['ignore', 'pipe', 'inherit'],
        encoding: 'utf8',
      });
      if (ran.status !== 0) throw new Error(`Measuring ${assets} assets failed in the step '${step}'.`);
      return JSON.parse(ran.stdout);
    });
    console.error(`Measured: ${assets} assets`);
    const { clockOfEach, clockOfEachAgain, ...figures } = typedTwice.parse(Object.assign({}, ...parts));
    // One keystroke of thousands always meets a stall of a shared machine; the same one hardly meets it twice.
    const better = clockOfEach.map((ms, at) => Math.min(ms, clockOfEachAgain[at] ?? ms));
    return { ...figures, slowestInBoth: Math.max(...better) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const relevance = ir === '' ? undefined : await measureRelevance(readCollections(ir), fuse === 'fuse');
const scale = sizes.split(',').filter(Boolean).map(speedOf);
console.log(JSON.stringify({ ...(relevance === undefined ? {} : { relevance }), scale }));
