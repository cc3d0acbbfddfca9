/** A point of a form, from its upper left corner. */
export type Point = readonly [number, number];
/** A form's sides and the shorter of them. */
export type Sides = { readonly w: number; readonly h: number; readonly least: number };
/** A form's adjustment as a share of 1; `usual` is in the format's 100,000ths. */
export type Adjust = (name: string, usual: number) => number;
