import PostalMime, { type Email } from 'postal-mime';

/** The two parts of a multipart upload: metadata as JSON, then the file. */
interface DriveUpload {
  readonly metadata: unknown;
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/**
 * Reads a body of `uploadType=multipart` (multipart/related, RFC 2387).
 * @returns null where it is not two parts of which the first is JSON
 */
export async function readUpload(contentType: string, body: Uint8Array): Promise<DriveUpload | null> {
  if (!/^multipart\/related\s*;/i.test(contentType)) return null;
  const head = Buffer.from(`MIME-Version: 1.0\r\nContent-Type: ${contentType}\r\n\r\n`, 'latin1');
  try {
    const parsed = await PostalMime.parse(Buffer.concat([head, body]));
    const [metadata, ...others] = parsed.attachments;
    const media = others[0] ?? asText(parsed);
    if (metadata === undefined || media === null) return null;
    return {
      metadata: JSON.parse(Buffer.from(bytesOf(metadata.content)).toString('utf8')),
      mimeType: media.mimeType,
      content: bytesOf(media.content),
    };
  } catch {
    return null;
  }
}

/** The parser takes a part of plain text or HTML for the words of a mail. */
function asText({ text, html }: Email) {
  if (html !== undefined) return { mimeType: 'text/html', content: html };
  return text === undefined ? null : { mimeType: 'text/plain', content: text };
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content);
}
