import { t } from '@lingui/core/macro';
import { IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { dropPlace } from '../../base/drop-place.ts';
import { useStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';
import { useSession } from '../../base/use-session.ts';
import { proposeGrant } from '../proposals/propose-state.ts';
import styles from './drop-overlay.module.css';
import { stageGrant } from './stage-files.ts';
import { useFileDrop } from './use-file-drop.ts';

/** Files dropped anywhere on the window go to whoever wants them now, else to the publish table; a rep proposes them. */
export function DropOverlay() {
  const { can } = useSession();
  const navigate = useNavigate();
  const allowed = can.publish;
  const place = useStore(dropPlace);
  const over = useFileDrop((files) => {
    if (place !== null) {
      place.take(files);
      return;
    }
    const [only] = files;
    window.kitbag
      .grantFiles(files)
      .then((grant) =>
        allowed
          ? stageGrant(grant, () => void navigate({ to: '/publish' }))
          : proposeGrant(grant, { name: files.length === 1 ? only?.name : undefined }),
      )
      .catch(showError);
  });
  if (!over) return null;
  return (
    <div className={styles.overlay} role="status">
      <IconUpload size={40} stroke={1.4} aria-hidden />
      {place?.title ?? (allowed ? t`Drop to publish` : t`Drop to propose to marketing`)}
      <p className={styles.text}>
        {place?.text ??
          (allowed
            ? t`Files and folders, as many as you like`
            : t`Up to 20 files. Only marketing sees them.`)}
      </p>
    </div>
  );
}
