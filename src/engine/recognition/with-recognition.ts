import type { WithAssets } from '../assets/with-assets.ts';
import type { TextRecognition } from './text-recognition.ts';

/** An open replica that recognizes the words on pages that are pictures. */
export type WithRecognition = WithAssets & { readonly recognition: TextRecognition };
