/** What parts decimals in a locale: `.` or `,`, mostly. Without a locale the system's. */
export function decimalSign(locale?: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
