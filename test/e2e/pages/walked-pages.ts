import { type RouteName, routeTable } from '../../../src/http/pages/route-table.ts';

type GetPath = RouteName extends infer Name ? (Name extends `GET ${infer Path}` ? Path : never) : never;

/** What answers a GET and is no page that somebody looks at. */
const notPages = [
  '/',
  '/assets/:file',
  '/healthz',
  '/readyz',
  '/o/:token.md',
  '/sign-in/callback',
  '/sandbox/happenings',
] as const satisfies readonly GetPath[];

type PagePath = Exclude<GetPath, (typeof notPages)[number]>;
type PathOfOne = Extract<PagePath, `${string}/:${string}` | '/sandbox/documents'>;

/** An address for each page that is about one thing. A new page of this kind does not compile without. */
export type Samples = Readonly<Record<PathOfOne, string>>;

/** Every page that the product has: a new one is walked without anybody thinking of it. */
export const pagePaths = Object.keys(routeTable)
  .filter((name) => name.startsWith('GET '))
  .map((name) => name.slice('GET '.length))
  .filter((path): path is PagePath => !(notPages as readonly string[]).includes(path));

export function addressOf(path: PagePath, samples: Samples): string {
  return path in samples ? samples[path as PathOfOne] : path;
}

/** Pages that a link of a mail opens, without the frame of those who are signed in. */
export const isLinkPage = (path: PagePath): boolean => path === '/o/:token' || path === '/c/:token';
