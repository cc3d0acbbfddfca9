import type { MessageDescriptor } from '@lingui/core';
import type { Says } from '../shared/says/says.ts';

/** Says something that stands within another sentence. */
export type Say = (says: Says) => string;

/** The sentences of an area: a message for each of its codes. */
export type Words<Area> = {
  readonly [Code in keyof Area]: (values: Area[Code], say: Say) => MessageDescriptor;
};
