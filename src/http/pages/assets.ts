import { createHash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';
import type { Frame } from './visit.ts';

/** A file that pages load. Its name holds a digest of its content, so whoever has it never asks again. */
interface Asset {
  readonly path: string;
  readonly type: 'css' | 'js';
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

export interface Assets {
  readonly paths: Frame['assets'];
  readonly all: readonly Asset[];
}

interface AssetSources {
  readonly style: string;
  readonly htmx: string;
}

/**
 * htmx evaluates nothing, adds no style of its own (both are forbidden to pages), asks only this server, and keeps no
 * page in the storage of the browser, where the next person would find it.
 * Source: htmx.org/docs/#config, htmx.org/docs/#security
 */
const htmxSettings = {
  allowEval: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
} as const;

/** What was done is said once: a page that is loaded again, or kept as a bookmark, does not repeat it. */
const forgetSaid = `{const here=new URL(location.href);if(here.searchParams.has('said')){here.searchParams.delete('said');history.replaceState(history.state,'',here)}}`;

export function createAssets({ style, htmx }: AssetSources): Assets {
  const settings = `Object.assign(htmx.config,${JSON.stringify(htmxSettings)});`;
  const script = [htmx, settings, forgetSaid, ''].join('\n');
  const all = { style: assetOf('pages', 'css', style), script: assetOf('pages', 'js', script) };
  return { paths: { style: all.style.path, script: all.script.path }, all: Object.values(all) };
}

function assetOf(name: string, type: Asset['type'], text: string): Asset {
  const plain = Buffer.from(text);
  const digest = createHash('sha256').update(plain).digest('hex').slice(0, 16);
  const gzip = gzipSync(plain, { level: constants.Z_BEST_COMPRESSION });
  return { path: `/assets/${name}.${digest}.${type}`, type, plain, gzip };
}
