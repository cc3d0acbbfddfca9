import { t } from '@lingui/core/macro';
import { say } from '../../../../words/say.ts';
import { showError } from '../../../base/undo-toast.ts';

/** Opens a link of a document in the browser or the mail program, if the shell finds it harmless. */
export function openLink(address: string): void {
  if (!/^(?:https?:|mailto:)/i.test(address)) {
    showError(t`Kitbag can’t open this link. It opens web and email addresses only.`);
    return;
  }
  window.kitbag.openExternal({ url: address }).then((outcome) => {
    if (outcome.status !== 'done') showError(say(outcome.says));
  }, showError);
}
