import { ROLES, type Role } from '../../shared/vocabulary/roles.ts';

export const EVERYBODY: readonly Role[] = ROLES;
export const MARKETERS: readonly Role[] = ['marketer', 'lead'];
export const LEADS: readonly Role[] = ['lead'];
