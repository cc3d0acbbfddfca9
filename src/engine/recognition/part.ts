import type { OpenAssets } from '../assets/with-assets.ts';
import type { Life } from '../base/parts.ts';
import { RecognitionNotes } from './recognition-notes.ts';
import { TextRecognition } from './text-recognition.ts';

/** Raised when recognizing finds more than before: then what had been looked at in vain is looked at again. */
const RECOGNIZER = 1;

/** Opens the recognition of words on pages that are pictures. */
export async function recognitionPart({ ports, catalog, texts, changes }: OpenAssets, life: Life) {
  const notes = await RecognitionNotes.open(ports.home.local, RECOGNIZER);
  const recognition = new TextRecognition({ ports, catalog, texts, changes, notes });
  life.onStart(() => recognition.wake());
  life.onClose('recognition-not-closed', () => recognition.close());
  return { recognition };
}
