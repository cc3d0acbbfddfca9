/** A PDF's date, `D:YYYYMMDDHHmmSSOHH'mm` (ISO 32000-1, 7.9.4), of which all after the year may be missing. */
const DATE = /^\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([Z+-])(?:(\d\d)'?)?(?:(\d\d)'?)?)?/;

/** Milliseconds since 1970 of a PDF's date; not a number for what is none. */
export function pdfDate(text: string): number {
  const parts = DATE.exec(text);
  if (!parts) return Number.NaN;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts;
  const [, , , , , , , sign = 'Z', offsetHour = '0', offsetMinute = '0'] = parts;
  const offset =
    sign === 'Z' ? 0 : (sign === '+' ? 1 : -1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  if (!isDate || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return Number.NaN;
  const [monthIndex, minutes] = [Number(month) - 1, Number(minute) - offset];
  return Date.UTC(Number(year), monthIndex, Number(day), Number(hour), minutes, Number(second));
}
