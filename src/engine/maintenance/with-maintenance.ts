import type { WithHub } from '../hub/with-hub.ts';
import type { WithRecognition } from '../recognition/with-recognition.ts';
import type { WithSearch } from '../search/with-search.ts';

/** An open replica that is looked over. */
export type WithMaintenance = WithHub & WithRecognition & WithSearch;
