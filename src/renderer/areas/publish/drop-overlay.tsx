import { t } from '@lingui/core/macro';
import { IconLock, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { showError } from '../../base/undo-toast.ts';
import { useSession } from '../../base/use-session.ts';
import styles from './drop-overlay.module.css';
import { stageGrant } from './stage-files.ts';
import { useFileDrop } from './use-file-drop.ts';

const refusal = t`Marketers and leads publish documents. Ask one of them, or change your role in the settings.`;

/** Files dropped anywhere on the window go to the publish table. */
export function DropOverlay() {
  const { can } = useSession();
  const navigate = useNavigate();
  const allowed = can.publish;
  const over = useFileDrop((files) => {
    if (!allowed) {
      showError(refusal);
      return;
    }
    window.kitbag
      .grantFiles(files)
      .then((grant) => stageGrant(grant, () => void navigate({ to: '/publish' })))
      .catch(showError);
  });
  if (!over) return null;
  const Drawn = allowed ? IconUpload : IconLock;
  return (
    <div className={styles.overlay} role="status" {...(allowed ? {} : { 'data-refused': true })}>
      <Drawn size={40} stroke={1.4} aria-hidden />
      {allowed ? t`Drop to publish` : t`You can’t publish as a rep`}
      <p className={styles.text}>{allowed ? t`Files and folders, as many as you like` : refusal}</p>
    </div>
  );
}
