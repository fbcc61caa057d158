import { routeTable } from './route-table.ts';

type Parts = readonly string[];

const routesOf = (method: 'GET' | 'POST'): readonly Parts[] =>
  Object.keys(routeTable)
    .filter((name) => name.startsWith(`${method} `))
    .map((name) => partsOf(name.slice(method.length + 1)));

const pages = routesOf('GET');
const forms = routesOf('POST');
const mostParts = Math.max(...[...pages, ...forms].map(({ length }) => length));

/**
 * Path of the page that a form is sent from: the longest beginning of its own path that a browser can open (`/team` of
 * `/team/pilot`), `/` where there is none.
 */
export function pageOfPath(path: string): string {
  const parts = partsOf(path);
  for (let length = Math.min(parts.length, mostParts); length > 0; length -= 1) {
    const start = parts.slice(0, length);
    if (pages.some((page) => isAt(page, start))) return `/${start.join('/')}`;
  }
  return '/';
}

/** Whether forms are sent to this path. */
export function isFormPath(path: string): boolean {
  const parts = partsOf(path);
  return forms.some((form) => isAt(form, parts));
}

function partsOf(path: string): Parts {
  return path.split('/').filter((part) => part !== '');
}

function isAt(route: Parts, parts: Parts): boolean {
  return (
    route.length === parts.length && route.every((part, at) => part.startsWith(':') || part === parts[at])
  );
}
