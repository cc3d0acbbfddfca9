import { msg } from '@lingui/core/runtime-macro';
import type { CallsSays } from '../shared/says/calls.ts';
import type { Words } from './words.ts';

/** Calls and their flight check. */
export const callsWords: Words<CallsSays> = {
  'calls.no-calendar': () =>
    msg`This file isn’t a calendar file. No call was added. Choose an .ics file, paste the invitation, or type it in.`,
  'calls.calendar-too-large': () =>
    msg`This calendar file is too large. No call was added. Export only this meeting, or paste the invitation.`,
  'calls.calendar-too-slow': () =>
    msg`This calendar file took too long to read. No call was added. Paste the invitation, or type it in.`,
  'calls.no-events': () =>
    msg`There is no meeting in this calendar file. No call was added. Paste the invitation, or type it in.`,
  'calls.too-many': ({ most }) =>
    msg`Kitbag keeps ${{ most }} calls on this device. No call was added. Delete some that are over.`,
  'calls.twice-in-pack': ({ title }) => msg`“${{ title }}” is in the pack already. Nothing was changed.`,
  'calls.no-such-pages': ({ title, pages }) =>
    msg`“${{ title }}” has only ${{ pages }} pages. Nothing was changed. Choose among them.`,
  'calls.pages-of-pdf': ({ title }) =>
    msg`“${{ title }}” has no pages to choose among. Nothing was changed. Keep all of it.`,
  'calls.from-kit': ({ kit }) => msg`From the kit ‘${{ kit }}’`,
  'calls.speaks-of-it': () => msg`Covers what the call is about`,
  'calls.ranked': ({ place }) => msg`Number ${{ place }} for this call`,
  'calls.gone': () => msg`It is no longer in the library.`,
  'calls.expires-before': ({ day }) => msg`Its last day is ${{ day }}, before the call.`,
  'calls.missing': () => msg`The file isn’t on this device.`,
  'calls.altered': () => msg`The file on this device is damaged or was changed outside Kitbag.`,
  'calls.unreadable': () => msg`The file can’t be opened: it needs a password, or isn’t what its name says.`,
};
