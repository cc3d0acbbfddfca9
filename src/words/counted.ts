/** `1 page`, `40 pages`: a number with the word that fits it. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
