import { z } from 'zod';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { edited } from './docs-edit.ts';
import { documentResource, revisionId, type StoredDocument } from './docs-resource.ts';
import { createFile, documentMimeType, documentsOf, filesOf, visibleFile } from './drive-files.ts';

const scopeBase = 'https://www.googleapis.com/auth';
const writeScopes = ['documents', 'drive', 'drive.file'].map((name) => `${scopeBase}/${name}`);
const readScopes = [...writeScopes, `${scopeBase}/documents.readonly`, `${scopeBase}/drive.readonly`];

const newDocument = z
  .object({ title: z.string().default('Untitled document') })
  .default({ title: 'Untitled document' });
const batch = z.object({
  requests: z.array(z.unknown()).default([]),
  writeControl: z.object({ requiredRevisionId: z.string().optional() }).optional(),
});

/** Docs v1: create, get and batchUpdate. */
export function docsRoutes(parts: SandboxParts): readonly ApiRoute[] {
  return [
    {
      id: 'docs.documents.create',
      method: 'POST',
      path: '/v1/documents',
      scopes: writeScopes,
      handle: (request) => created(parts, request),
    },
    {
      id: 'docs.documents.get',
      method: 'GET',
      path: '/v1/documents/:documentId',
      scopes: readScopes,
      handle: (request) => {
        const document = documentOf(parts, request, 'read');
        return document === null ? missing() : { status: 200, json: documentResource(document) };
      },
    },
    {
      id: 'docs.documents.batchUpdate',
      method: 'POST',
      path: '/v1/documents/:documentId\\:batchUpdate',
      scopes: writeScopes,
      handle: (request) => {
        const document = documentOf(parts, request, 'write');
        return document === null ? missing() : updated(parts, document, request.body);
      },
    },
  ];
}

function created(parts: SandboxParts, { body, access }: ApiRequest): ApiAnswer {
  const parsed = newDocument.safeParse(body);
  if (!parsed.success || access === null)
    return docsError(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.');
  const file = createFile(parts, access, {
    name: parsed.data.title,
    mimeType: documentMimeType,
    description: null,
    appProperties: {},
    parents: [],
    content: null,
    body: null,
  });
  const document = documentsOf(parts).get(file.id);
  return document === undefined ? missing() : { status: 200, json: documentResource(document) };
}

/** All requests or none: one that is refused leaves the document as it was. */
function updated(parts: SandboxParts, document: StoredDocument, sent: unknown): ApiAnswer {
  const parsed = batch.safeParse(sent);
  if (!parsed.success) return docsError(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.');
  const { requests, writeControl } = parsed.data;
  const required = writeControl?.requiredRevisionId;
  if (required !== undefined && required !== revisionId(document)) {
    return docsError(
      400,
      'FAILED_PRECONDITION',
      'The required revision ID does not match the latest revision of the document.',
    );
  }
  let body = document.body;
  for (const [index, request] of requests.entries()) {
    const next = edited(body, request, () => `kix.${parts.newId(12)}`);
    if (typeof next === 'string') {
      return docsError(400, 'INVALID_ARGUMENT', `Invalid requests[${index}].${kindOf(request)}: ${next}`);
    }
    body = next;
  }
  const changed = { ...document, body, revision: document.revision + 1 };
  documentsOf(parts).put(changed.id, changed);
  const file = filesOf(parts).get(changed.id);
  if (file !== undefined) {
    filesOf(parts).put(file.id, { ...file, modifiedMs: parts.clock.nowMs(), version: file.version + 1 });
  }
  return {
    status: 200,
    json: {
      documentId: changed.id,
      replies: requests.map(() => ({})),
      writeControl: { requiredRevisionId: revisionId(changed) },
    },
  };
}

function documentOf(
  parts: SandboxParts,
  { params, access }: ApiRequest,
  need: 'read' | 'write',
): StoredDocument | null {
  const file = visibleFile(parts, access, params.documentId ?? '', need);
  return file === null ? null : (documentsOf(parts).get(file.id) ?? null);
}

function kindOf(request: unknown): string {
  return typeof request === 'object' && request !== null ? (Object.keys(request)[0] ?? 'request') : 'request';
}

function missing(): ApiAnswer {
  return docsError(404, 'NOT_FOUND', 'Requested entity was not found.');
}

/** Docs words errors with a canonical status, unlike Calendar and Drive. Source: cloud.google.com/apis/design/errors */
function docsError(code: number, status: string, message: string): ApiAnswer {
  return { status: code, json: { error: { code, message, status } } };
}
