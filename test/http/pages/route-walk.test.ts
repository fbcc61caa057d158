import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '../../../src/app/access/viewer.ts';
import { isFormPath, pageOfPath } from '../../../src/http/pages/page-of-path.ts';
import { type Access, routeTable } from '../../../src/http/pages/route-table.ts';
import { owner } from '../../contract/world.ts';
import { administrator, auditor, type PageFetch, type ServedPages, servedPages } from './served-pages.ts';
import { servedRoutes } from './served-routes.ts';

const served = servedPages();
const lead = 'lea@kiln.example';
const addresses = { person: owner, lead, administrator, auditor } as const;
const routes = Object.entries(routeTable).map(([name, access]): Route => {
  const [method = '', path = ''] = name.split(' ');
  return { name, method, path: path.replace(/:(?:id|token|file)/, 'nobody-knows-this'), access };
});

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

async function open(options: Parameters<typeof served>[0]): Promise<ServedPages> {
  const pages = await served(options);
  await pages.gate.inside(async ({ organizations }) => {
    const { policyText } = await organizations.read();
    await organizations.change({
      policyText: `${policyText}\nteams: { kiln: { members: [${owner}], leads: [${lead}] } }\n`,
    });
  });
  return pages;
}

const askAsNobody =
  ({ origin }: ServedPages): PageFetch =>
  async (path, { form, headers = {} } = {}) =>
    await fetch(`${origin}${path}`, {
      method: form === undefined ? 'GET' : 'POST',
      headers,
      redirect: 'manual',
    });

const ask = (by: PageFetch, { method, path }: Route, headers = {}) =>
  by(path, { headers, ...(method === 'POST' && { form: {} }) });

/** What keeps somebody out, or `in` where nothing does. */
async function outcome(by: PageFetch, route: Route): Promise<string> {
  const { status, headers } = await ask(by, route);
  const leads = headers.get('location')?.startsWith('/sign-in?to=') ?? false;
  if (status >= 500 && status !== 503) throw new Error(`${route.name}: ${status}`);
  return [401, 403, 503].includes(status) ? String(status) : leads ? 'to the sign-in' : 'in';
}

const outcomesOf = async (by: PageFetch, among: readonly Route[]) =>
  Object.fromEntries(
    await Array.fromAsync(among, async (route) => [route.name, await outcome(by, route)] as const),
  );

const expected = (among: readonly Route[], of: (route: Route) => string) =>
  Object.fromEntries(among.map((route) => [route.name, of(route)]));

const forRoles = routes.filter(({ access }) => typeof access !== 'string');
const forSandbox = routes.filter(({ access }) => access === 'sandbox');

describe('the table of routes', () => {
  it('names every route that is served, and each of them is served', async () => {
    const { gate } = await open({});
    expect(servedRoutes(gate).toSorted()).toEqual(Object.keys(routeTable).toSorted());
  });

  it('gives beyond what everybody has only this', () => {
    const only = (role: Role) =>
      forRoles
        .filter(({ access }) => access.includes(role) && !access.includes('person'))
        .map(({ name }) => name);
    expect(only('lead')).toEqual(['GET /team', 'POST /team/enforcement']);
    expect(only('auditor')).toEqual(['GET /audit']);
    expect(only('administrator')).toEqual([
      ...['GET /team', 'POST /team/enforcement', 'POST /team/pilot', 'POST /team/brake'],
      ...['POST /team/undo-rule', 'POST /team/lift'],
      ...['GET /policy/earlier/:version', 'POST /policy/check', 'POST /policy'],
      ...['GET /audit', 'GET /people', 'POST /people/erase'],
    ]);
  });
});

describe('the address of a form', () => {
  const forms = routes.filter(({ method }) => method === 'POST');
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));

  it.each(forms)('$name belongs to a page that can be opened', ({ path }) => {
    expect(pages).toContain(pageOfPath(path));
    expect(path).toMatch(new RegExp(`^${pageOfPath(path)}`));
    expect(isFormPath(path)).toBe(true);
  });

  it.each([
    ['/team/undo-rule', '/team'],
    ['/cases/17/undo', '/cases/17'],
    ['/policy', '/policy'],
    ['/team//pilot/', '/team'],
    ['/language', '/'],
    [`/team${'/x'.repeat(5_000)}`, '/team'],
    ['/%E0%A4%A', '/'],
  ])('%# leads to the nearest page', (path, page) => {
    expect(pageOfPath(path)).toBe(page);
  });

  it('opened by itself leads there', async () => {
    const pages = await open({ isSandbox: true });
    const by = await pages.signInAs(administrator);
    for (const { path } of forms.filter((form) => pageOfPath(form.path) !== '/')) {
      const answer = await by(path, { headers: { accept: 'text/html' } });
      const page = pageOfPath(path);
      // Some have a page under the same address.
      if (page === path) expect(answer.headers.get('location')).toBeNull();
      else expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 303, page]);
    }
    const unknown = await by('/hooks/google', { headers: { accept: 'text/html' } });
    expect(unknown.status).toBe(404);
  });
});

describe('in an installation', () => {
  let pages: ServedPages;
  beforeEach(async () => {
    pages = await open({ isSandbox: false });
  });

  it.each(Object.keys(addresses) as Role[])('a %s comes in where the table says so', async (role) => {
    const by = await pages.signInAs(addresses[role]);
    const mayComeIn = ({ access }: Route) => access.includes(role) || access.includes('person');
    // Signing out comes last of all.
    const among = forRoles.filter(({ name }) => name !== 'POST /sign-out');
    expect(await outcomesOf(by, among)).toEqual(expected(among, (it) => (mayComeIn(it) ? 'in' : '403')));
  });

  it('nobody comes in without signing in: pages lead there, forms do nothing', async () => {
    const by = askAsNobody(pages);
    expect(await outcomesOf(by, forRoles)).toEqual(
      expected(forRoles, ({ method }) => (method === 'GET' ? 'to the sign-in' : '401')),
    );
    const save = async (headers = {}) => {
      const body = new URLSearchParams({ text: 'teams: </textarea><b>long work' });
      const answer = await fetch(`${pages.origin}/policy`, { method: 'POST', body, headers });
      return [answer.status, await answer.text()] as const;
    };
    // What was typed is shown to whoever typed it, and to nobody on behalf of another site.
    const [status, html] = await save();
    expect(status).toBe(401);
    expect(html).toMatch(
      /<textarea[^>]*readonly[^>]*>teams: &lt;\/textarea(?:>|&gt;)&lt;b(?:>|&gt;)long work</,
    );
    expect((await save({ 'sec-fetch-site': 'cross-site' }))[1]).not.toContain('long work');
  });

  it('nobody is led away inside a page: htmx loads the sign-in as a whole', async () => {
    const headers = { 'hx-request': 'true', 'hx-current-url': 'https://gate.example/cases?page=2' };
    for (const route of forRoles) {
      const answer = await ask(askAsNobody(pages), route, headers);
      expect({ route: route.name, status: answer.status, to: answer.headers.get('hx-redirect') }).toEqual({
        ...{ route: route.name, status: 401, to: '/sign-in?to=%2Fcases%3Fpage%3D2' },
      });
    }
  });

  it('somebody whom nobody knows any more is signed out', async () => {
    const by = await pages.signInAs('gone@kiln.example');
    const answer = await by('/cases');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fcases']);
    // What was said once is not said again behind the sign-in.
    const said = await by('/people?said=erased&address=a%40b');
    expect(said.headers.get('location')).toBe('/sign-in?to=%2Fpeople%3Faddress%3Da%2540b');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-gatekeeper=; .*1970/);
  });

  it('there is no sandbox, for anybody', async () => {
    for (const by of [askAsNobody(pages), await pages.signInAs(administrator)])
      for (const route of forSandbox) expect((await ask(by, route)).status).toBe(404);
  });

  it('no form acts without its csrf, for another browser, or from another page', async () => {
    const by = await pages.signInAs(administrator);
    const another = await pages.signInAs(owner);
    const csrf = /name="csrf" value="([^"]+)"/.exec(await (await another('/sign-in')).text())?.[1] ?? '';
    expect(csrf).not.toBe('');
    const posts = routes.filter(({ method, access }) => method === 'POST' && access !== 'bearer');
    for (const { path, name, access } of posts) {
      const attempts = [
        { form: { csrf: '' } },
        { form: { csrf } },
        { form: {}, headers: { 'sec-fetch-site': 'cross-site' } },
        { form: {}, headers: { origin: 'https://evil.example' } },
      ];
      for (const attempt of attempts)
        expect({ name, attempt, status: (await by(path, attempt)).status }).toMatchObject({
          status: access === 'sandbox' ? 404 : 403,
        });
    }
  });

  it('links and hooks open to nobody by guessing, signed in or not', async () => {
    const by = await pages.signInAs(administrator);
    for (const route of routes.filter(({ access }) => access === 'bearer'))
      expect([401, 404]).toContain((await ask(by, route)).status);
  });
});

describe('in the sandbox', () => {
  it('anybody sees the company, and forms need their csrf there as well', async () => {
    const pages = await open({ isSandbox: true });
    const by = askAsNobody(pages);
    const statuses = await Array.fromAsync(forSandbox, async (route) => [
      route.name,
      (await ask(by, route)).status,
    ]);
    expect(Object.fromEntries(statuses)).toEqual({
      'POST /sign-in/as': 403,
      // Parts of that page lead to it where they are opened by themselves.
      ...{ 'GET /sandbox': 200, 'GET /sandbox/happenings': 303, 'GET /sandbox/calendars': 303 },
      // Of no address.
      'GET /sandbox/documents': 404,
      ...{ 'POST /sandbox/events': 403, 'POST /sandbox/clock': 403, 'POST /sandbox/faults': 403 },
    });
  });
});

describe('an installation without sign-in', () => {
  it('keeps all pages closed and says what to set, while links go on', async () => {
    const pages = await open({ isSandbox: false, issuer: null });
    for (const by of [askAsNobody(pages), await pages.signInAs(administrator)]) {
      expect(await outcomesOf(by, forRoles)).toEqual(expected(forRoles, () => '503'));
      for (const route of forSandbox) expect((await ask(by, route)).status).toBe(404);
    }
    const page = await fetch(`${pages.origin}/cases`);
    expect(await page.text()).toContain('SIGN_IN_ISSUER');
    expect((await fetch(`${pages.origin}/sign-in`)).status).toBe(503);
    expect((await fetch(`${pages.origin}/c/nobody-knows-this`)).status).toBe(404);
  });
});
