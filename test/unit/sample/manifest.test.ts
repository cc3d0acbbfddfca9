import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PERSONAS, DEFAULT_STAGES } from '../../../src/domain/taxonomy/default-taxonomy.ts';
import { sampleManifestSchema } from '../../../src/engine/sample/manifest.ts';

const resources = fileURLToPath(new URL('../../../resources/', import.meta.url));
const sample = join(resources, 'sample');
const raw: unknown = JSON.parse(readFileSync(join(sample, 'manifest.json'), 'utf8'));
const manifest = sampleManifestSchema.parse(raw);

const people = new Map(manifest.colleagues.map((colleague) => [colleague.key, colleague]));
const assets = new Map(manifest.assets.map((asset) => [asset.key, asset]));
const products = new Set(manifest.products.map((product) => product.id));

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const duplicates = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('the sample manifest', () => {
  it('refuses a field that it does not know and a file outside its folder', () => {
    expect(sampleManifestSchema.safeParse({ ...manifest, colour: 'teal' }).success).toBe(false);
    const [first] = manifest.assets;
    const elsewhere = { ...manifest, assets: [{ ...first, file: 'files/../manifest.json' }] };
    expect(sampleManifestSchema.safeParse(elsewhere).success).toBe(false);
  });

  it('uses every key once', () => {
    expect(duplicates(manifest.assets.map((asset) => asset.key))).toEqual([]);
    expect(duplicates(manifest.colleagues.map((colleague) => colleague.key))).toEqual([]);
    expect(duplicates(manifest.requests.map((request) => request.key))).toEqual([]);
    expect(duplicates(manifest.ratings.map((rating) => `${rating.asset} ${rating.by}`))).toEqual([]);
  });

  it('has documents published by people who may, for products that exist', () => {
    for (const asset of manifest.assets) {
      expect(['marketer', 'lead'], asset.key).toContain(people.get(asset.publishedBy)?.role);
      for (const product of asset.products) expect(products, asset.key).toContain(product);
      for (const earlier of asset.earlierVersions ?? []) {
        expect(earlier.daysAgo, asset.key).toBeGreaterThan(asset.publishedDaysAgo);
      }
    }
  });

  it('has no rating or use of something that did not exist yet', () => {
    for (const entry of [...manifest.ratings, ...manifest.uses]) {
      const asset = assets.get(entry.asset);
      expect(asset, entry.asset).toBeDefined();
      expect(people.has(entry.by), entry.by).toBe(true);
      const [first] = asset?.earlierVersions ?? [];
      const onEarlier = 'value' in entry && entry.onEarlierVersion === true;
      const born = (onEarlier ? first?.daysAgo : asset?.publishedDaysAgo) ?? 0;
      expect(entry.daysAgo, `${entry.asset} by ${entry.by}`).toBeLessThanOrEqual(born);
      if (onEarlier) expect(entry.daysAgo).toBeGreaterThan(asset?.publishedDaysAgo ?? 0);
    }
  });

  it('has requests whose answers fit their state', () => {
    for (const request of manifest.requests) {
      const names = [
        request.by,
        ...request.votes,
        ...(request.comments ?? []).map((comment) => comment.by),
        ...(request.answeredBy === undefined ? [] : [request.answeredBy]),
      ];
      for (const name of names) expect(people.has(name), `${request.key}: ${name}`).toBe(true);
      expect(request.votes, request.key).not.toContain(request.by);
      expect(request.answeredBy === undefined, request.key).toBe(request.status === 'new');
      expect(request.answeredDaysAgo ?? 0, request.key).toBeLessThanOrEqual(request.daysAgo);
      expect(request.reason !== undefined, request.key).toBe(request.status === 'declined');
      expect(request.fulfilledWith !== undefined, request.key).toBe(request.status === 'fulfilled');
      if (request.fulfilledWith !== undefined) expect(assets.has(request.fulfilledWith)).toBe(true);
    }
  });
});

describe('the sample documents', () => {
  it('are all there, each named by the manifest, none left over', () => {
    const named = manifest.assets.flatMap((asset) => [
      asset.file,
      ...(asset.earlierVersions ?? []).map((earlier) => earlier.file),
    ]);
    const present = filesUnder(join(sample, 'files')).map((path) =>
      path.slice(sample.length + 1).replaceAll('\\', '/'),
    );
    expect([...present].sort()).toEqual([...named].sort());
    for (const file of named) expect(statSync(join(sample, file)).size, file).toBeGreaterThan(0);
  });

  it('weigh at most 12 MB with the icons', () => {
    const bytes = filesUnder(resources).reduce((sum, path) => sum + statSync(path).size, 0);
    expect(bytes).toBeLessThanOrEqual(12 * 1024 * 1024);
  });

  it('cover every stage, every persona, and leave a few cells empty', () => {
    const cells = new Set(
      manifest.assets.flatMap((asset) =>
        asset.stages.flatMap((stage) => asset.personas.map((persona) => `${stage} × ${persona}`)),
      ),
    );
    const all = DEFAULT_STAGES.flatMap((stage) =>
      DEFAULT_PERSONAS.map((persona) => `${stage.id} × ${persona.id}`),
    );
    const empty = all.filter((cell) => !cells.has(cell));
    expect(empty.length).toBeGreaterThanOrEqual(4);
    expect(empty.length).toBeLessThanOrEqual(6);
    expect(new Set(manifest.assets.flatMap((asset) => asset.stages)).size).toBe(DEFAULT_STAGES.length);
    expect(new Set(manifest.assets.flatMap((asset) => asset.personas)).size).toBe(DEFAULT_PERSONAS.length);
  });

  it('come in the formats that people publish, and in ten types or more', () => {
    const endings = manifest.assets.map((asset) => asset.file.slice(asset.file.lastIndexOf('.') + 1));
    const count = (...wanted: readonly string[]) =>
      endings.filter((ending) => wanted.includes(ending)).length;
    expect(manifest.assets.length).toBeGreaterThanOrEqual(26);
    expect(manifest.assets.length).toBeLessThanOrEqual(30);
    expect(count('pdf')).toBeGreaterThanOrEqual(10);
    expect(count('pptx')).toBeGreaterThanOrEqual(5);
    expect(count('docx')).toBeGreaterThanOrEqual(3);
    expect(count('xlsx')).toBeGreaterThanOrEqual(3);
    expect(count('md')).toBeGreaterThanOrEqual(4);
    expect(count('png', 'jpg', 'webp')).toBe(2);
    expect(count('webm', 'mp4')).toBe(1);
    expect(new Set(manifest.assets.map((asset) => asset.type)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(manifest.assets.map((asset) => asset.language))).toEqual(new Set(['en', 'de', 'fr']));
  });

  it('give every screen something true to show', () => {
    const stale = manifest.assets.filter((asset) => (asset.verifiedDaysAgo ?? 0) > 120);
    expect(stale.length).toBeGreaterThanOrEqual(3);
    expect(manifest.assets.some((asset) => (asset.expiresInDays ?? 1) < 0)).toBe(true);
    for (const status of ['draft', 'archived']) {
      expect(manifest.assets.filter((asset) => asset.status === status)).toHaveLength(1);
    }
    expect(
      manifest.assets.filter((asset) => asset.earlierVersions !== undefined).length,
    ).toBeGreaterThanOrEqual(2);

    const used = new Set(manifest.uses.map((use) => use.asset));
    const rated = manifest.assets.map(
      (asset) => manifest.ratings.filter((rating) => rating.asset === asset.key).length,
    );
    expect(manifest.assets.filter((asset) => !used.has(asset.key)).length).toBeGreaterThanOrEqual(4);
    expect(rated.filter((count) => count === 0).length).toBeGreaterThanOrEqual(4);
    expect(rated.filter((count) => count === 1 || count === 2).length).toBeGreaterThanOrEqual(3);
    expect(rated.filter((count) => count >= 8).length).toBeGreaterThanOrEqual(2);
  });

  it('ask for something in every state, and one request is late', () => {
    expect(new Set(manifest.requests.map((request) => request.status)).size).toBe(6);
    const late = manifest.requests.filter(
      (request) => (request.neededInDays ?? 0) < 0 && !['fulfilled', 'declined'].includes(request.status),
    );
    expect(late).toHaveLength(1);
  });
});
