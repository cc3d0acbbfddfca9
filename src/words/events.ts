import { msg } from '@lingui/core/runtime-macro';
import type { EventsSays } from '../shared/says/events.ts';
import type { Words } from './words.ts';

/** What is told of events by their kind. */
export const eventsWords: Words<EventsSays> = {
  'wanted.asset-added': () => msg`Publish an asset.`,
  'wanted.asset-edited': () => msg`Change an asset.`,
  'wanted.asset-shared': () => msg`Note that somebody took an asset out of the library.`,
  'wanted.asset-verified': () => msg`Verify an asset.`,
  'wanted.asset-version-added': () => msg`Publish a new version.`,
  'wanted.asset-version-drafted': () => msg`Save a new version as a draft.`,
  'wanted.asset-version-moved': () => msg`Publish or drop a draft version.`,
  'wanted.asset-version-read': () => msg`Read a version’s text again.`,
  'wanted.asset-viewed': () => msg`Note that somebody looked at an asset.`,
  'wanted.device-accepted': () => msg`Accept a further device.`,
  'wanted.device-added': () => msg`Add a device.`,
  'wanted.device-invited': () => msg`Invite a further device.`,
  'wanted.device-vouched': () => msg`Join as a further device of a member.`,
  'wanted.golden-query-defined': () => msg`Change a golden query.`,
  'wanted.history-anchored': () => msg`Say what of the history it had seen.`,
  'wanted.hub-created': () => msg`Make this hub another one.`,
  'wanted.hub-policy-set': () => msg`Change the hub’s policies.`,
  'wanted.hub-renamed': () => msg`Rename the hub.`,
  'wanted.member-added': () => msg`Add a member.`,
  'wanted.member-admitted': () => msg`Let somebody in.`,
  'wanted.member-joined': () => msg`Come into the hub.`,
  'wanted.member-removed': () => msg`Remove a member.`,
  'wanted.member-renamed': () => msg`Change a member’s name.`,
  'wanted.persona-defined': () => msg`Change a persona.`,
  'wanted.product-defined': () => msg`Change a product.`,
  'wanted.rating-given': () => msg`Rate an asset.`,
  'wanted.rating-withdrawn': () => msg`Withdraw a rating.`,
  'wanted.request-answered': () => msg`Answer a request.`,
  'wanted.request-commented': () => msg`Comment on a request.`,
  'wanted.request-made': () => msg`Ask for content.`,
  'wanted.request-vote-withdrawn': () => msg`Withdraw a vote.`,
  'wanted.request-voted': () => msg`Vote for a request.`,
  'wanted.role-granted': () => msg`Give a role.`,
  'wanted.rule-defined': () => msg`Change a rule for imports.`,
  'wanted.sample-ended': () => msg`End the sample.`,
  'wanted.searched': () => msg`Count a search.`,
  'wanted.stage-defined': () => msg`Change a buying stage.`,
  'wanted.synonyms-defined': () => msg`Change words that mean the same.`,
  'wanted.type-defined': () => msg`Change a content type.`,
  'wanted.something-new': ({ kind }) => msg`Something new (‘${{ kind }}’).`,
  'wanted.entries': () => msg`Entries of its journal.`,

  'leaves.reading': () => msg`Which assets you read, from which page, and when`,
  'leaves.taking-out': () => msg`Which assets you open in another app, save, copy and drag out, and when`,
  'leaves.searches': () =>
    msg`That you searched, for which stage and persona, how many results there were and which you opened, not the words`,
  'leaves.searches-with-words': () =>
    msg`That you searched, for which stage and persona, how many results there were and which you opened, and the words`,
  'leaves.published': () =>
    msg`What you publish or save as a draft: the file, its text and pictures, and what you say about it`,
  'leaves.changed': () => msg`What you change, verify, publish and drop, and when`,
  'leaves.ratings': () => msg`Your ratings, with the stage, the persona and the comment that you give`,
  'leaves.requested': () =>
    msg`What you request, for which stage, persona and deal, and your answers to requests`,
  'leaves.backed': () =>
    msg`Your votes for requests, with the deal value that you give, and your comments on them`,
  'leaves.terms': () =>
    msg`What you change in the hub’s words: stages, personas, content types, products and synonyms`,
  'leaves.rules': () => msg`The rules for imports that you keep`,
  'leaves.golden-queries': () => msg`The golden queries that you define`,
  'leaves.oneself': () => msg`Your name, and the names and public keys of your devices`,
  'leaves.standing': () => msg`Whom you let in, remove and give a role`,
  'leaves.hub-decided': () => msg`What you decide about the hub: its name and its policies`,
};
