import { z } from 'zod';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { importedBody, importFormats } from './docs-import.ts';
import { createFile, type DriveFile, documentMimeType } from './drive-files.ts';
import { readUpload } from './drive-upload.ts';
import { googleError, invalid } from './errors.ts';

const fileMetadata = z
  .object({
    name: z.string().default('Untitled'),
    mimeType: z.string().nullable().default(null),
    description: z.string().nullable().default(null),
    parents: z.array(z.string()).max(1).default([]),
    appProperties: z.record(z.string(), z.string()).default({}),
  })
  .prefault({});

/** A property's key and value together, in bytes of UTF-8. Source: developers.google.com/drive/api/guides/properties */
const longestProperty = 124;

/** A file of nothing but metadata. */
export function createEmpty(parts: SandboxParts, { body, access }: ApiRequest): DriveFile | ApiAnswer {
  const metadata = fileMetadata.safeParse(body);
  if (!metadata.success || access === null) return invalid('Invalid JSON payload received.');
  if (hasLongProperty(metadata.data.appProperties)) return longProperty();
  const mimeType = metadata.data.mimeType ?? 'application/octet-stream';
  const content = mimeType.startsWith('application/vnd.google-apps.') ? null : '';
  return createFile(parts, access, { ...metadata.data, mimeType, content, body: null });
}

/** A file with its content; text becomes a document where the metadata ask for one. */
export async function createUploaded(
  parts: SandboxParts,
  { headers, rawBody, query, access }: ApiRequest,
): Promise<DriveFile | ApiAnswer> {
  if (query.get('uploadType') !== 'multipart')
    return invalid('The sandbox takes uploadType=multipart only.', 'uploadType');
  const upload = await readUpload(headers['content-type'] ?? '', rawBody);
  const metadata = fileMetadata.safeParse(upload?.metadata);
  if (upload === null || !metadata.success || access === null) {
    return googleError(400, 'global', 'badContent', 'Malformed multipart body.');
  }
  if (hasLongProperty(metadata.data.appProperties)) return longProperty();
  const mimeType = metadata.data.mimeType ?? upload.mimeType;
  const bytes = Buffer.from(upload.content);
  if (mimeType !== documentMimeType) {
    return createFile(parts, access, {
      ...metadata.data,
      mimeType,
      content: bytes.toString('base64'),
      body: null,
    });
  }
  if (!Object.hasOwn(importFormats, upload.mimeType))
    return invalid('Bad Request: this type cannot be imported.');
  const body = importedBody(bytes.toString('utf8'), upload.mimeType, `kix.${parts.newId(12)}`);
  return createFile(parts, access, { ...metadata.data, mimeType, content: null, body });
}

function hasLongProperty(properties: Readonly<Record<string, string>>): boolean {
  return Object.entries(properties).some(([key, value]) => Buffer.byteLength(key + value) > longestProperty);
}

function longProperty(): ApiAnswer {
  return invalid(`Properties and app properties are limited to ${longestProperty} bytes of key and value.`);
}
