/** A file name's ending, lower case, without the dot; '' when it has none. */
export function endingOf(name: string): string {
  const match = /\.([a-z0-9]{1,10})\s*$/i.exec(name);
  return match?.[1]?.toLowerCase() ?? '';
}
