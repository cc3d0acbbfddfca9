/** What stands in a cell for a number that is wider than `room`: the number with fewer decimals where it may have fewer, else as many signs as there is room for. */
export declare function shortened(
  text: string,
  isGeneral: boolean,
  room: number,
  measure: (text: string) => number,
): string;
