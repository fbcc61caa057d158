import { Router } from 'express';
import type { Assets } from '../assets.ts';

/**
 * `GET /assets/:file`: style and script of the pages, for everybody and for ever: another content has another address.
 * A file of another version is not there.
 */
export function assetRoutes({ all }: Assets): Router {
  return Router().get('/assets/:file', (request, response, next) => {
    const asset = all.find(({ path }) => path === request.path);
    if (asset === undefined) return next();
    response
      .set('Cache-Control', 'public, max-age=31536000, immutable')
      .vary('Accept-Encoding')
      .type(asset.type);
    if (!request.acceptsEncodings('gzip')) response.send(asset.plain);
    else response.set('Content-Encoding', 'gzip').send(asset.gzip);
  });
}
