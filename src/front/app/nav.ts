import type { FrameRole, PageFrame } from './page-frame.ts';

/** Entries of the navigation, in their order; `none` for pages that have no entry. */
export type NavKey =
  | 'cases'
  | 'plan'
  | 'protections'
  | 'team'
  | 'policy'
  | 'audit'
  | 'people'
  | 'sandbox'
  | 'none';

export type NavEntry = Exclude<NavKey, 'none'>;

const everybody: readonly FrameRole[] = ['person', 'lead', 'administrator', 'auditor'];

/** Who is offered an entry. The server asks again at each request: an entry that is hidden protects nothing. */
const offeredTo: Readonly<Record<Exclude<NavEntry, 'sandbox'>, readonly FrameRole[]>> = {
  cases: everybody,
  plan: everybody,
  protections: everybody,
  team: ['lead', 'administrator'],
  policy: everybody,
  audit: ['administrator', 'auditor'],
  people: ['administrator'],
};

const order: readonly NavEntry[] = [
  'cases',
  'plan',
  'protections',
  'team',
  'policy',
  'audit',
  'people',
  'sandbox',
];

/** What the viewer may open, in the order it is shown; before somebody signed in, the sandbox at most. */
export function navEntries({ viewer, isSandbox }: Pick<PageFrame, 'viewer' | 'isSandbox'>): NavEntry[] {
  return order.filter((entry) => {
    if (entry === 'sandbox') return isSandbox;
    return viewer?.roles.some((role) => offeredTo[entry].includes(role)) ?? false;
  });
}
