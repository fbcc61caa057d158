import { createServer } from 'node:http';
import { appStyle } from '../../../src/front/app/style.ts';

/** Serves finished pages with the headers and the style file of the product. */
export interface PageServer {
  /** Address of a page that says so. */
  readonly show: (html: string) => string;
  readonly close: () => Promise<void>;
}

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export async function servePages(): Promise<PageServer> {
  let shown = '';
  const server = createServer(({ url }, response) => {
    const [type, body] =
      url === '/assets/style.css'
        ? ['text/css', appStyle]
        : url === '/assets/script.js'
          ? ['text/javascript', '']
          : ['text/html; charset=utf-8', shown];
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    show: (html) => {
      shown = html;
      return `http://127.0.0.1:${address.port}/cases`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
