import type { PackItem } from '../../../contract/calls.ts';

/** Where an item of a pack is read, as part of its call: at the first of its pages, in the version that goes into the call. */
export function addressOf(call: string, { id, asset, version, pages }: PackItem) {
  const page = pages[0]?.[0];
  const isCurrent = asset?.version.id === version;
  return {
    to: '/asset/$assetId' as const,
    params: { assetId: asset?.id ?? id },
    search: { call, ...(page !== undefined && { page }), ...(!isCurrent && { version }) },
  };
}
