import { describe, expect, it } from 'vitest';
import { ensurePackages, type PackageSteps } from '../../../scripts/electron-runtime/ensure-packages.ts';

/** A machine that lacks two packages, and what happened on it. */
function machine(told: Partial<Pick<PackageSteps, 'isRoot' | 'hasSudo' | 'canAsk' | 'askYes'>> = {}) {
  const there = new Set<string>();
  const said: string[] = [];
  const asked: string[] = [];
  let works = true;
  const steps: PackageSteps = {
    missing: () => ['xvfb', 'libnss3'].filter((name) => !there.has(name)),
    isRoot: () => false,
    hasSudo: () => true,
    canAsk: () => true,
    install: async (packages) => {
      if (works) for (const name of packages) there.add(name);
      return works;
    },
    say: (line) => said.push(line),
    ...told,
    askYes: async (question) => {
      asked.push(question);
      return (await told.askYes?.(question)) ?? true;
    },
  };
  return { steps, there, said, asked, fails: () => (works = false) };
}

describe('what a start does about packages that are missing', () => {
  it('installs them as root without asking', async () => {
    const { steps, there, asked, said } = machine({ isRoot: () => true, canAsk: () => false });
    expect(await ensurePackages({ install: true }, steps)).toBe(true);
    expect([...there]).toEqual(['xvfb', 'libnss3']);
    expect({ asked, said }).toEqual({ asked: [], said: [] });
  });

  it('asks anybody else once, and installs with sudo', async () => {
    const { steps, there, asked } = machine();
    expect(await ensurePackages({ install: true }, steps)).toBe(true);
    expect(asked).toEqual([expect.stringContaining('xvfb, libnss3')]);
    expect([...there]).toEqual(['xvfb', 'libnss3']);
  });

  it.each([
    ['the answer is no', { askYes: async () => false }],
    ['there is nobody to ask', { canAsk: () => false }],
    ['there is no sudo', { hasSudo: () => false }],
  ])('installs nothing where %s, and says the command', async (_name, told) => {
    const { steps, there, said } = machine(told);
    expect(await ensurePackages({ install: true }, steps)).toBe(false);
    expect([...there]).toEqual([]);
    expect(said.join('\n')).toMatch(/apt-get install .*xvfb libnss3/);
  });

  it('only says the command with --no-install, also as root', async () => {
    const { steps, there, said } = machine({ isRoot: () => true });
    expect(await ensurePackages({ install: false }, steps)).toBe(false);
    expect([...there]).toEqual([]);
    expect(said.join('\n')).toContain('apt-get install');
  });

  it('says the command where installing failed', async () => {
    const { steps, said, fails } = machine({ isRoot: () => true });
    fails();
    expect(await ensurePackages({ install: true }, steps)).toBe(false);
    expect(said.join('\n')).toContain('apt-get install');
  });
});
