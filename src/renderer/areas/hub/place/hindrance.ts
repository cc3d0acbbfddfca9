import { t } from '@lingui/core/macro';
import type { PlaceState } from '../../../../contract/hub.ts';
import { say } from '../../../../words/say.ts';

/** Why a hub can't be shared at a place; null where it can. */
export function sharingHindrance(place: PlaceState): string | null {
  if (place.place === 'unusable') return whyUnusable(place);
  if (place.place === 'hub') {
    return place.location.kind === 'folder' ? otherHubInFolder(place.name) : otherHubInBucket(place.name);
  }
  return null;
}

function otherHubInFolder(name: string | undefined): string {
  return name === undefined
    ? t`Another hub is already in this folder. Nothing was changed. Choose an empty folder.`
    : t`Another hub, ${name}, is already in this folder. Nothing was changed. Choose an empty folder.`;
}

function otherHubInBucket(name: string | undefined): string {
  return name === undefined
    ? t`Another hub is already at this place in the bucket. Nothing was changed. Choose another path.`
    : t`Another hub, ${name}, is already at this place in the bucket. Nothing was changed. Choose another path.`;
}

const NO_HUB_IN_BUCKET = t`There is no hub at this place in the bucket. Check the bucket and the path, or ask your lead for an invitation.`;

/** Why one can't join at a place; null where one can. */
export function joiningHindrance(place: PlaceState): string | null {
  const inFolder = place.location.kind === 'folder';
  switch (place.place) {
    case 'hub':
    case 'own-hub':
    case 'arriving':
      return null;
    case 'empty':
      if (!inFolder) return NO_HUB_IN_BUCKET;
      return t`This folder is empty: there is no hub in it. If your folder program is still copying, wait until the first files are here; otherwise choose the folder that your lead shared.`;
    case 'not-empty':
      if (!inFolder) return NO_HUB_IN_BUCKET;
      return t`There is no hub in this folder. Choose the folder that holds a file named “hub.json”.`;
    case 'unusable':
      return whyUnusable(place);
  }
}

function whyUnusable({ says }: PlaceState): string {
  return says === undefined ? t`This place can’t be used. Choose another one.` : say(says);
}
