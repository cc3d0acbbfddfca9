/** A number as Word writes it in small Roman digits; beyond 3,999 in Arabic ones. */
export function roman(value: number): string {
  if (value > 3_999) return String(value);
  const digits: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let [left, text] = [value, ''];
  for (const [worth, digit] of digits) {
    text += digit.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
}
