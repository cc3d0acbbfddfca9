import type { WithSends } from '../sends/with-sends.ts';
import type { Tray } from './tray.ts';

/** An open replica of whose pages a PDF can be made. */
export type WithAssembly = WithSends & { readonly tray: Tray };
