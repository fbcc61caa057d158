import type { Role } from '../../app/access/viewer.ts';

/**
 * Who may use a route: `anyone`; whoever has its link or secret (`bearer`, checked by the route itself); `sandbox` is
 * anyone where calendars are invented, and nobody elsewhere; otherwise those who have one of the roles.
 */
export type Access = 'anyone' | 'bearer' | 'sandbox' | readonly Role[];

const everybody: readonly Role[] = ['person', 'lead', 'administrator', 'auditor'];

/**
 * Every route and who may use it. A page route that is not here does not start, and a test walks all of them as each
 * role. What belongs to one person (a case, protections) is looked up under the viewer's own address besides.
 */
export const routeTable = {
  'GET /': 'anyone',
  'GET /assets/:file': 'anyone',
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'POST /hooks/google': 'bearer',
  'POST /hooks/microsoft': 'bearer',
  'GET /o/:token.md': 'bearer',
  'GET /o/:token': 'bearer',
  'POST /o/:token/write': 'bearer',
  'GET /c/:token': 'bearer',
  'POST /c/:token/undo': 'bearer',
  'POST /c/:token/justify': 'bearer',

  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /sign-in/callback': 'anyone',
  'POST /sign-in/as': 'sandbox',
  'POST /sign-out': everybody,
  'POST /language': 'anyone',

  'GET /cases': everybody,
  'GET /cases/:id': everybody,
  'POST /cases/:id/undo': everybody,
  'POST /cases/:id/override': everybody,
  'POST /cases/:id/justify': everybody,
  'POST /cases/:id/decide': everybody,

  'GET /protections': everybody,
  'POST /protections': everybody,
  'POST /protections/pause': everybody,

  'GET /plan': everybody,
  'POST /plan/judge': everybody,
  'POST /plan/create': everybody,

  'GET /team': ['lead', 'administrator'],
  'POST /team/enforcement': ['lead', 'administrator'],
  'POST /team/pilot': ['administrator'],
  'POST /team/brake': ['administrator'],
  'POST /team/undo-rule': ['administrator'],
  'POST /team/lift': ['administrator'],

  'GET /policy': everybody,
  'GET /policy/earlier/:version': ['administrator'],
  'POST /policy/check': ['administrator'],
  'POST /policy': ['administrator'],

  'GET /audit': ['administrator', 'auditor'],
  'GET /people': ['administrator'],
  'POST /people/erase': ['administrator'],

  'GET /sandbox': 'sandbox',
  'GET /sandbox/happenings': 'sandbox',
  'GET /sandbox/calendars': 'sandbox',
  'GET /sandbox/documents': 'sandbox',
  'POST /sandbox/events': 'sandbox',
  'POST /sandbox/clock': 'sandbox',
  'POST /sandbox/faults': 'sandbox',
} as const satisfies Readonly<Record<string, Access>>;

export type RouteName = keyof typeof routeTable;
