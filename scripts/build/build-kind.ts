import { join } from 'node:path';

/** Where a build goes: one to be packaged into an application's folder of its own, so that no start from sources takes it. */
export function outOf(root: string, mode: string): string {
  return join(root, mode === 'packaged' ? 'out/packaged/out' : 'out');
}

/** What the code is told of its build, in place of a variable: what only tests and development need falls away when it is packaged. */
export function definedFor(mode: string): { readonly 'process.env.KITBAG_BUILD': string } {
  return { 'process.env.KITBAG_BUILD': JSON.stringify(mode === 'packaged' ? 'packaged' : 'sources') };
}

/** Source maps would hand out the sources, and with them every place where something could be looked for. */
export function hasSourceMaps(mode: string): boolean {
  return mode !== 'packaged';
}
