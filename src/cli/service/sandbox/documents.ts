import { inflateRawSync } from 'node:zlib';
import type { SandboxDocument } from '../../../app/ports/sandbox-desk.ts';
import { documentsOf } from '../../../sandbox/google/drive-files.ts';
import { itemResource, itemsOf } from '../../../sandbox/microsoft/drive-items.ts';
import type { SandboxParts } from '../../../sandbox/parts.ts';

const googleAddress = /^https:\/\/docs\.google\.com\/document\/d\/([\w-]+)/;
/** Of a ZIP file (APPNOTE 6.3.10, section 4.3.12): the header of an entry in the directory at the end. */
const directoryEntry = Buffer.from('PK\u0001\u0002', 'latin1');
const wordText = 'word/document.xml';
const entities: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' },
};

/** The document of an invented Google or Microsoft account that an address leads to; null where there is none. */
export async function documentAt(parts: SandboxParts, url: string): Promise<SandboxDocument | null> {
  const [, id] = googleAddress.exec(url) ?? [];
  if (id !== undefined) {
    const document = documentsOf(parts).get(id);
    return document === undefined ? null : { title: document.title, text: document.body.text };
  }
  for (const item of itemsOf(parts).values()) {
    if (item.file === null || itemResource(parts, item).webUrl !== url) continue;
    const text = textOf(entryOf(Buffer.from(item.file.base64, 'base64'), wordText));
    return { title: item.name, text };
  }
  return null;
}

/** The content of one entry of a ZIP file; empty where it is not in it. */
function entryOf(zip: Buffer, wanted: string): string {
  for (let at = zip.indexOf(directoryEntry); at >= 0; at = zip.indexOf(directoryEntry, at + 4)) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    if (name !== wanted) continue;
    const [method, size, header] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ];
    const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const content = zip.subarray(from, from + size);
    return (method === 0 ? content : inflateRawSync(content)).toString('utf8');
  }
  return '';
}

/** Paragraphs and line breaks of WordprocessingML as lines. */
function textOf(xml: string): string {
  return xml
    .replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
}
