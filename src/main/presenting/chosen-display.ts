import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const chosenSchema = z.object({ display: z.number().int() });

/** The display that was presented on last; null where nobody ever chose, or what is kept is damaged. */
export async function readChosenDisplay(file: string): Promise<number | null> {
  try {
    return chosenSchema.parse(JSON.parse(await readFile(file, 'utf8'))).display;
  } catch {
    // None is there yet, or it is torn: one chooses again.
    return null;
  }
}

/** Keeps it for the next time. */
export async function keepChosenDisplay(file: string, display: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, JSON.stringify({ display }));
  await rename(`${file}.tmp`, file);
}
