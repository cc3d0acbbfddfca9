import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('../support/attacker', import.meta.url));

describe('the attacker', () => {
  it('shares no code with the product: it imports Node and itself', () => {
    const imported = readdirSync(FOLDER).flatMap((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      return [...text.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm)].map(
        ([, one, two, three]) => one ?? two ?? three ?? '',
      );
    });
    expect(imported.length).toBeGreaterThan(5);
    for (const from of imported) expect(from).toMatch(/^(node:[a-z]+|\.\/[a-z-]+\.ts)$/);
  });
});
