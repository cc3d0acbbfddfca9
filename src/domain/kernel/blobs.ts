import { z } from 'zod';
import type { sha256Schema } from '../../shared/vocabulary/id-schemas.ts';
import { isSha256, SHA256_PATTERN, type Sha256 } from '../../shared/vocabulary/ids.ts';

/**
 * The blobs that events name. A field of a body that names one says so itself (`blob`), so what an event brings along is read off its
 * schema, and no list of kinds can forget it.
 */

/** What a blob is for, in the order in which blobs are sent: text and picture first, because they serve everybody at once. */
const BLOB_ROLES = ['text', 'picture', 'original'] as const;
type BlobRole = (typeof BLOB_ROLES)[number];

/** A blob that the catalog names, with whose it is and what it belongs to (for people who are told that it is missing). */
export type KeptBlob = {
  readonly sha256: Sha256;
  readonly role: BlobRole;
  readonly member: string;
  readonly of: string;
  /** Of an original, bytes: it is kept on a device only where somebody wants it. Texts and pictures are wanted always. */
  readonly size?: number;
  /** Only events name it that were overtaken: it need not be here, but is not deleted either, because they may not have been sent yet. */
  readonly outdated?: true;
};

const marks = z.registry<{ readonly role: BlobRole }>();

/** A field that names a blob. */
export function blob(role: BlobRole): typeof sha256Schema {
  return z.string().regex(SHA256_PATTERN).register(marks, { role }).brand<'Sha256'>();
}

type Found = { readonly sha256: Sha256; readonly role: BlobRole };
/** Finds the blobs in a value that fits its schema. */
type Finder = (value: unknown, found: Found[]) => void;

/** Reads the blobs off a checked body, those that serve everybody first; `undefined` where the schema names none. */
export function blobReader(schema: z.ZodType): ((body: unknown) => readonly Sha256[]) | undefined {
  const find = finderOf(schema);
  if (find === undefined) return undefined;
  return (body) => {
    const found: Found[] = [];
    find(body, found);
    return BLOB_ROLES.flatMap((role) => found.filter((one) => one.role === role)).map(({ sha256 }) => sha256);
  };
}

function finderOf(schema: z.core.$ZodType): Finder | undefined {
  if (schema instanceof z.ZodString) return ofMarked(marks.get(schema)?.role);
  if (schema instanceof z.ZodObject) return ofObject(schema.shape);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    const inner = finderOf(schema.def.innerType);
    return inner && ((value, found) => value !== undefined && value !== null && inner(value, found));
  }
  if (schema instanceof z.ZodArray) return ofEach(finderOf(schema.def.element));
  if (schema instanceof z.ZodRecord) return ofEach(finderOf(schema.def.valueType));
  if (schema instanceof z.ZodUnion) return ofUnion(schema.def.options);
  return undefined;
}

/** Of every item of a list, or every value of a record. */
function ofEach(inner: Finder | undefined): Finder | undefined {
  if (inner === undefined) return undefined;
  return (value, found) => {
    for (const item of Object.values(value as object)) inner(item, found);
  };
}

function ofMarked(role: BlobRole | undefined): Finder | undefined {
  if (role === undefined) return undefined;
  return (value, found) => {
    if (typeof value === 'string' && isSha256(value)) found.push({ sha256: value, role });
  };
}

function ofObject(shape: Readonly<Record<string, z.core.$ZodType>>): Finder | undefined {
  const fields = Object.entries(shape).flatMap(([name, inner]) => {
    const find = finderOf(inner);
    return find === undefined ? [] : [{ name, find }];
  });
  if (fields.length === 0) return undefined;
  return (value, found) => {
    const object = value as Readonly<Record<string, unknown>>;
    for (const { name, find } of fields) if (object[name] !== undefined) find(object[name], found);
  };
}

/** Of several forms the one that a value has. */
function ofUnion(options: readonly z.core.$ZodType[]): Finder | undefined {
  const forms = options.map((option) => ({ option, find: finderOf(option) }));
  if (forms.every(({ find }) => find === undefined)) return undefined;
  return (value, found) =>
    forms.find(({ option }) => z.safeParse(option, value).success)?.find?.(value, found);
}
