import type { RunningKitbag } from './launch.ts';

/** A display as the system tells of it. */
type Told = { readonly id: number; readonly x: number; readonly width: number; readonly height: number };

/**
 * Has the system tell of these displays, beside one another on the one that there is: a virtual screen is cut into several, so that windows really
 * lie where they belong. Called again, displays were plugged in or unplugged.
 */
export async function haveDisplays({ app }: RunningKitbag, displays: readonly Told[]): Promise<void> {
  await app.evaluate(({ screen }, told) => {
    const [real] = screen.getAllDisplays();
    const all = told.map(({ id, x, width, height }) => {
      const bounds = { x, y: 0, width, height };
      return {
        ...real,
        id,
        label: `Screen ${id}`,
        bounds,
        workArea: bounds,
        size: { width, height },
        scaleFactor: 1,
      };
    }) as Electron.Display[];
    const before: Electron.Display[] = Reflect.get(globalThis, 'toldDisplays') ?? [];
    Reflect.set(globalThis, 'toldDisplays', all);
    screen.getAllDisplays = () => all;
    screen.getPrimaryDisplay = () => all[0] as Electron.Display;
    screen.getDisplayMatching = ({ x }) =>
      all.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width) ?? (all[0] as Electron.Display);
    for (const gone of before)
      if (!all.some(({ id }) => id === gone.id)) screen.emit('display-removed', {}, gone);
    for (const come of before.length === 0 ? [] : all)
      if (!before.some(({ id }) => id === come.id)) screen.emit('display-added', {}, come);
  }, displays);
}

/** Two displays: the window's own on the left, another one beside it. */
export const TWO: readonly Told[] = [
  { id: 1, x: 0, width: 800, height: 1000 },
  { id: 2, x: 800, width: 800, height: 450 },
];
