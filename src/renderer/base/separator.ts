import { t } from '@lingui/core/macro';
import { z } from 'zod';
import { SEPARATORS, type Separator } from '../../contract/insights.ts';
import { decimalSign } from '../../shared/decimal-sign.ts';
import { readRemembered, useRemembered } from './remembered.ts';

/** What people call what stands between columns. */
export const SEPARATOR_WORDS: Readonly<Record<Separator, string>> = {
  ',': t`Comma`,
  ';': t`Semicolon (Excel in German, French …)`,
  '\t': 'Tab',
};

const separatorSchema: z.ZodType<Separator> = z.enum(SEPARATORS);

const KEY = 'csv-separator';

/** What spreadsheets of a language expect: a semicolon where the comma stands in numbers. */
export function usualSeparator(locale?: string): Separator {
  return decimalSign(locale) === ',' ? ';' : ',';
}

/** The separator that this person wants, remembered on this device. */
export function useSeparator(): [Separator, (next: Separator) => void] {
  return useRemembered(KEY, separatorSchema, usualSeparator());
}

/** The same outside of what is drawn. */
export function chosenSeparator(): Separator {
  return readRemembered(KEY, separatorSchema, usualSeparator());
}
