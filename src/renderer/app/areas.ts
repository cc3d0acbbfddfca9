import {
  type Icon,
  IconChartBar,
  IconFolders,
  IconHome,
  IconInbox,
  IconSettings,
  IconTags,
  IconUpload,
  IconUsers,
} from '@tabler/icons-react';
import type { Role } from '../../contract/common.ts';

/** A screen of the rail. */
export type Area = {
  readonly to:
    | '/'
    | '/library'
    | '/requests'
    | '/publish'
    | '/insights'
    | '/taxonomy'
    | '/people'
    | '/settings';
  readonly name: string;
  readonly icon: Icon;
  readonly roles: readonly Role[];
};

const everybody: readonly Role[] = ['rep', 'marketer', 'lead'];

const areas: readonly Area[] = [
  { to: '/', name: 'Home', icon: IconHome, roles: everybody },
  { to: '/library', name: 'Library', icon: IconFolders, roles: everybody },
  { to: '/requests', name: 'Requests', icon: IconInbox, roles: everybody },
  { to: '/publish', name: 'Publish', icon: IconUpload, roles: ['marketer', 'lead'] },
  { to: '/insights', name: 'Insights', icon: IconChartBar, roles: ['marketer', 'lead'] },
  { to: '/taxonomy', name: 'Taxonomy', icon: IconTags, roles: ['lead'] },
  { to: '/people', name: 'People', icon: IconUsers, roles: ['lead'] },
];

/** Settings stand apart, at the bottom of the rail. */
export const settingsArea: Area = { to: '/settings', name: 'Settings', icon: IconSettings, roles: everybody };

/** What the rail shows to a role, in order: the first has Ctrl+1. */
export function areasOf(role: Role): readonly Area[] {
  return areas.filter((area) => area.roles.includes(role));
}
