import { DAY_MS } from '../../domain/kernel/calendar.ts';
import type { EventDraft } from '../../domain/registry.ts';
import type { VersionBody } from '../../domain/versions/version-body.ts';
import { dayOf } from '../../shared/day.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { type Minted, mint } from '../live/minted.ts';
import { oneLine, readableTitle } from '../publish/file-names.ts';
import { type ReadDocument, versionBody } from '../publish/read-document.ts';
import type { SampleManifest } from './manifest.ts';

/** Something that one of the sample's people did at a time (milliseconds since 1970). `by` is their key in the manifest. */
export type PlannedEvent = { readonly by: string; readonly at: number; readonly draft: EventDraft };

type SampleAsset = SampleManifest['assets'][number];
type SampleRequest = SampleManifest['requests'][number];
type PlannedVersion = { readonly at: number; readonly body: VersionBody };
type PlannedAsset = { readonly id: string; readonly versions: readonly PlannedVersion[] };

/** Everything that the sample's people did, each at its time before now. `members`: who they are, by their key in the manifest. */
export function planSample(
  manifest: SampleManifest,
  documents: ReadonlyMap<string, ReadDocument>,
  members: ReadonlyMap<string, string>,
  ports: BasePorts,
): readonly PlannedEvent[] {
  const planner = new Planner(manifest, documents, members, ports);
  return planner.plan();
}

class Planner {
  readonly #manifest: SampleManifest;
  readonly #documents: ReadonlyMap<string, ReadDocument>;
  readonly #members: ReadonlyMap<string, string>;
  readonly #ports: BasePorts;
  readonly #now: number;
  readonly #events: PlannedEvent[] = [];
  readonly #assets = new Map<string, PlannedAsset>();

  constructor(
    manifest: SampleManifest,
    documents: ReadonlyMap<string, ReadDocument>,
    members: ReadonlyMap<string, string>,
    ports: BasePorts,
  ) {
    this.#manifest = manifest;
    this.#documents = documents;
    this.#members = members;
    this.#ports = ports;
    this.#now = ports.clock.now();
  }

  plan(): readonly PlannedEvent[] {
    for (const asset of this.#manifest.assets) this.#planAsset(asset);
    for (const rating of this.#manifest.ratings) this.#planRating(rating);
    for (const request of this.#manifest.requests) this.#planRequest(request);
    for (const use of this.#manifest.uses) this.#planUse(use);
    return this.#events;
  }

  #at(daysAgo: number): number {
    return Math.round(this.#now - daysAgo * DAY_MS);
  }

  #add(by: string, at: number, draft: EventDraft): void {
    this.#events.push({ by, at, draft });
  }

  #mint(by: string): Minted {
    const member = this.#members.get(by);
    if (member === undefined) throw new Error('The sample names somebody whom it does not have.');
    return mint(this.#ports, member);
  }

  #document(file: string): ReadDocument {
    const document = this.#documents.get(file);
    if (document === undefined) throw new Error('A document of the sample was not read.');
    return document;
  }

  #asset(key: string): PlannedAsset {
    const asset = this.#assets.get(key);
    if (asset === undefined) throw new Error('The sample names an asset that it does not have.');
    return asset;
  }

  #planAsset(asset: SampleAsset): void {
    const files = [...(asset.earlierVersions ?? []), { file: asset.file, daysAgo: asset.publishedDaysAgo }];
    const versions = files.map(({ file, daysAgo }) => {
      const { nonce, id } = this.#mint(asset.publishedBy);
      const at = this.#at(daysAgo);
      // The manifest's days are the documents' own: what the sample's files say does not move with the day it is loaded.
      const body = { ...versionBody(id('version'), this.#document(file)), writtenAt: at };
      return { at, nonce, asset: id('asset'), body };
    });
    const [first, ...further] = versions;
    if (first === undefined) return;
    const { asset: id, nonce } = first;
    this.#assets.set(asset.key, { id, versions });
    const fields = this.#fieldsOf(asset);
    const body = { asset: id, nonce, version: first.body, fields, at: first.at };
    this.#add(asset.publishedBy, first.at, { kind: 'asset-added', body });
    for (const version of further) {
      const added = { asset: id, nonce: version.nonce, version: version.body, at: version.at };
      this.#add(asset.publishedBy, version.at, { kind: 'asset-version-added', body: added });
    }
    if (asset.verifiedDaysAgo !== undefined) {
      const at = this.#at(asset.verifiedDaysAgo);
      this.#add(asset.publishedBy, at, { kind: 'asset-verified', body: { asset: id, at } });
    }
  }

  #fieldsOf(asset: SampleAsset) {
    const { type, stages, personas, products, audience, summary, tags, expiresInDays } = asset;
    const document = this.#document(asset.file);
    const found = document.title === undefined ? undefined : oneLine(document.title);
    const language = asset.language ?? document.language;
    return {
      title: asset.title ?? found ?? readableTitle(document.fileName),
      type,
      status: asset.status ?? ('published' as const),
      stages,
      personas,
      products,
      audience,
      summary,
      tags,
      ...(language !== undefined && { language }),
      ...(expiresInDays !== undefined && { expiresOn: dayOf(this.#at(-expiresInDays)) }),
    };
  }

  #planRating(rating: SampleManifest['ratings'][number]): void {
    const asset = this.#asset(rating.asset);
    const version = asset.versions.at(rating.onEarlierVersion === true ? -2 : -1) ?? asset.versions[0];
    if (version === undefined) return;
    const at = this.#at(rating.daysAgo);
    const { value, stage, persona, comment } = rating;
    const body = { asset: asset.id, version: version.body.id, value, stage, persona, at };
    this.#add(rating.by, at, {
      kind: 'rating-given',
      body: { ...body, ...(comment !== undefined && { comment }) },
    });
  }

  #planRequest(request: SampleRequest): void {
    const { nonce, id: minted } = this.#mint(request.by);
    const id = minted('request');
    const at = this.#at(request.daysAgo);
    const { title, need, why, stage, persona, type, neededInDays, dealValue } = request;
    const body = {
      request: id,
      nonce,
      title,
      need,
      why,
      stage,
      persona,
      type,
      at,
      ...(neededInDays !== undefined && { neededBy: dayOf(this.#at(-neededInDays)) }),
      ...(dealValue !== undefined && { dealValue }),
    };
    this.#add(request.by, at, { kind: 'request-made', body });
    request.votes.forEach((by, index) => {
      const voted = this.#at(Math.max(0.01, request.daysAgo * (1 - 0.1 * (index + 1))));
      this.#add(by, voted, { kind: 'request-voted', body: { request: id, at: voted } });
    });
    for (const { by, text, daysAgo } of request.comments ?? []) {
      const said = this.#at(daysAgo);
      const own = this.#mint(by);
      this.#add(by, said, {
        kind: 'request-commented',
        body: { request: id, comment: own.id('comment'), nonce: own.nonce, text, at: said },
      });
    }
    this.#planAnswers(request, id);
  }

  #planAnswers(request: SampleRequest, id: string): void {
    const { status, answeredBy, size, reason, fulfilledWith } = request;
    if (status === 'new' || answeredBy === undefined) return;
    const answeredDaysAgo = Math.min(request.answeredDaysAgo ?? request.daysAgo / 2, request.daysAgo);
    if (status !== 'accepted' && status !== 'declined') {
      // What is under way or done was accepted before, within the promise.
      const gap = request.daysAgo - answeredDaysAgo;
      const accepted = this.#at(request.daysAgo - Math.min(0.6, gap / 2));
      const body = { request: id, status: 'accepted' as const, at: accepted, ...(size && { size }) };
      this.#add(answeredBy, accepted, { kind: 'request-answered', body });
    }
    const at = this.#at(answeredDaysAgo);
    const body = {
      request: id,
      status,
      at,
      ...(size !== undefined && { size }),
      ...(reason !== undefined && { reason }),
      ...(fulfilledWith !== undefined && { asset: this.#asset(fulfilledWith).id }),
    };
    this.#add(answeredBy, at, { kind: 'request-answered', body });
  }

  #planUse(use: SampleManifest['uses'][number]): void {
    const asset = this.#asset(use.asset);
    const at = this.#at(use.daysAgo);
    // The version that was current then.
    const version = asset.versions.findLast((candidate) => candidate.at <= at) ?? asset.versions[0];
    if (version === undefined) return;
    const body = { asset: asset.id, version: version.body.id, at };
    if (use.kind === 'shared') {
      this.#add(use.by, at, { kind: 'asset-shared', body: { ...body, how: 'saved' } });
      return;
    }
    const page = use.page === undefined ? {} : { page: use.page };
    this.#add(use.by, at, { kind: 'asset-viewed', body: { ...body, ...page } });
  }
}
