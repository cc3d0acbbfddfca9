import { describe, expect, it } from 'vitest';
import { placeShow } from '../../../../src/main/presenting/place-show.ts';
import { Looked, steered } from '../../../../src/main/presenting/show-state.ts';

const display = (id: number) => ({ id, bounds: { x: id * 1920, y: 0, width: 1920, height: 1080 } });
const state = {
  at: 1,
  black: false,
  point: null,
  since: 0,
  displayGone: false,
  undrawn: [],
  canSwap: true,
};

describe('where a presentation is shown', () => {
  it('is another display than the window’s, the notes where the window is', () => {
    const placed = placeShow([display(1), display(2), display(3)], null, 1);
    expect([placed?.audience.id, placed?.presenter?.id]).toEqual([2, 1]);
  });

  it('is the display that was chosen, also the window’s; the notes then go to another', () => {
    const placed = placeShow([display(1), display(2)], 1, 1);
    expect([placed?.audience.id, placed?.presenter?.id]).toEqual([1, 2]);
  });

  it('is another one where the chosen display is gone, and the only one without notes', () => {
    expect(placeShow([display(1), display(2)], 7, 1)?.audience.id).toBe(2);
    expect(placeShow([display(1)], 7, 1)).toEqual({ audience: display(1), presenter: undefined });
    expect(placeShow([], 7, 1)).toBeUndefined();
  });
});

describe('where a presentation stands', () => {
  it('goes no further than its pages', () => {
    expect(steered(state, { to: 'turn', by: 1 }, 3).at).toBe(2);
    expect(steered({ ...state, at: 2 }, { to: 'turn', by: 1 }, 3).at).toBe(2);
    expect(steered({ ...state, at: 0 }, { to: 'turn', by: -1 }, 3).at).toBe(0);
    expect(steered(state, { to: 'go', at: 4_000 }, 3).at).toBe(2);
  });

  it('is black until somebody turns a page or says so again', () => {
    const black = steered(state, { to: 'black' }, 3);
    expect(black.black).toBe(true);
    expect(steered(black, { to: 'black' }, 3).black).toBe(false);
    expect(steered(black, { to: 'turn', by: 1 }, 3)).toMatchObject({ at: 2, black: false });
  });

  it('remembers once what could not be drawn, and only of its own pages', () => {
    const once = steered(state, { to: 'undrawn', at: 1 }, 3);
    expect(steered(once, { to: 'undrawn', at: 1 }, 3).undrawn).toEqual([1]);
    expect(steered(once, { to: 'undrawn', at: 3 }, 3)).toBe(once);
  });

  it('counts what somebody looked at, not what was passed on the way', () => {
    let now = 0;
    const looked = new Looked(0, () => now);
    now = 5_000;
    looked.turn(1);
    now = 5_100;
    looked.turn(2);
    now = 9_000;
    expect(looked.all()).toEqual([0, 2]);
  });

  it('counts the one where it ends, however short it has stood', () => {
    let now = 0;
    const looked = new Looked(0, () => now);
    now = 5_000;
    looked.turn(1);
    expect(looked.all()).toEqual([0, 1]);
  });
});
