import { engine } from '../../../base/engine-client.ts';
import { showDone, showError } from '../../../base/undo-toast.ts';
import { SYNC_NAMES, syncSentence } from './sync-words.ts';

/** Exchanges with the hub from anywhere and says what came of it. */
export async function exchangeNow(): Promise<void> {
  try {
    const state = await engine.hub.exchange();
    if (state.state === 'synced') showDone(`${SYNC_NAMES.synced}. ${syncSentence(state)}`);
    else showError(`${SYNC_NAMES[state.state]}. ${syncSentence(state)}`);
  } catch (error) {
    showError(error);
  }
}
