import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../src/contract/contract.ts';

const root = join(import.meta.dirname, '../..');

/** The text of everything that may call the engine: the window, its shell and the command line. */
function callers(): string {
  return ['src/renderer', 'src/main', 'src/cli']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    )
    .join('\n');
}

describe('the contract', () => {
  it('has no procedure that nobody calls', () => {
    const text = callers();
    const unused = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.keys(procedures)
        .filter(
          (name) =>
            !new RegExp(`\\b(?:engine|orpc|client)\\s*\\.\\s*${area}\\s*\\.\\s*${name}\\b`).test(text),
        )
        .map((name) => `${area}.${name}`),
    );
    expect(unused).toEqual([]);
  });
});
