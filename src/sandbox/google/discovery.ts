import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';

interface ApiName {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** What the paths of its methods begin with. */
  readonly servicePath: string;
}

const apis: readonly ApiName[] = [
  { name: 'calendar', version: 'v3', title: 'Calendar API', servicePath: 'calendar/v3/' },
  { name: 'docs', version: 'v1', title: 'Google Docs API', servicePath: '' },
  { name: 'drive', version: 'v3', title: 'Google Drive API', servicePath: 'drive/v3/' },
  { name: 'gmail', version: 'v1', title: 'Gmail API', servicePath: '' },
];

interface Resource {
  readonly methods: Record<string, unknown>;
  readonly resources: Record<string, Resource>;
}

/** The discovery service, made from the table of methods. Source: developers.google.com/discovery/v1/reference */
export function discoveryRoutes(routes: readonly ApiRoute[]): readonly ApiRoute[] {
  return [
    {
      id: 'discovery.apis.list',
      method: 'GET',
      path: '/discovery/v1/apis',
      scopes: null,
      handle: ({ origin }) => ({
        status: 200,
        json: {
          kind: 'discovery#directoryList',
          discoveryVersion: 'v1',
          items: apis.map((api) => ({
            kind: 'discovery#directoryItem',
            id: `${api.name}:${api.version}`,
            name: api.name,
            version: api.version,
            title: api.title,
            discoveryRestUrl: `${origin}/discovery/v1/apis/${api.name}/${api.version}/rest`,
            preferred: true,
          })),
        },
      }),
    },
    {
      id: 'discovery.apis.getRest',
      method: 'GET',
      path: '/discovery/v1/apis/:api/:version/rest',
      scopes: null,
      handle: (request) => restDescription(routes, request),
    },
  ];
}

function restDescription(routes: readonly ApiRoute[], { params, origin }: ApiRequest): ApiAnswer {
  const api = apis.find(({ name, version }) => name === params.api && version === params.version);
  if (api === undefined)
    return { status: 404, json: { error: { code: 404, message: 'Requested entity was not found.' } } };
  const own = routes.filter(({ id }) => id.startsWith(`${api.name}.`));
  const root: Resource = { methods: {}, resources: {} };
  for (const route of own.filter((candidate) => !isUpload(candidate))) {
    const names = route.id.split('.').slice(1);
    const methodName = names.at(-1) ?? '';
    const upload = own.find((candidate) => candidate.id === route.id && isUpload(candidate));
    resourceAt(root, names.slice(0, -1)).methods[methodName] = methodDescription(api, route, upload);
  }
  return {
    status: 200,
    json: {
      kind: 'discovery#restDescription',
      discoveryVersion: 'v1',
      id: `${api.name}:${api.version}`,
      name: api.name,
      version: api.version,
      title: api.title,
      protocol: 'rest',
      rootUrl: `${origin}/`,
      servicePath: api.servicePath,
      baseUrl: `${origin}/${api.servicePath}`,
      basePath: `/${api.servicePath}`,
      batchPath: `batch/${api.name}/${api.version}`,
      auth: { oauth2: { scopes: scopeTexts(own) } },
      schemas: {},
      ...root,
    },
  };
}

function methodDescription({ servicePath }: ApiName, route: ApiRoute, upload: ApiRoute | undefined) {
  const path = templateOf(route);
  const parameterOrder = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return {
    id: route.id,
    httpMethod: route.method,
    path: path.slice(servicePath.length),
    parameterOrder,
    parameters: Object.fromEntries(
      parameterOrder.map((name) => [name, { type: 'string', location: 'path', required: true }]),
    ),
    scopes: route.scopes ?? [],
    ...(upload === undefined
      ? {}
      : {
          supportsMediaUpload: true,
          mediaUpload: {
            accept: ['*/*'],
            protocols: { simple: { multipart: true, path: `/${templateOf(upload)}` } },
          },
        }),
  };
}

/** `/a/:b\:c` of express as `a/{b}:c`. A path that is an expression cannot be described; no Google route has one. */
function templateOf({ path }: ApiRoute): string {
  return String(path)
    .slice(1)
    .replaceAll(/(?<!\\):(\w+)/g, '{$1}')
    .replaceAll('\\', '');
}

function isUpload({ path }: ApiRoute): boolean {
  return String(path).startsWith('/upload/');
}

function resourceAt(root: Resource, names: readonly string[]): Resource {
  return names.reduce((resource, name) => {
    const inner = resource.resources[name] ?? { methods: {}, resources: {} };
    resource.resources[name] = inner;
    return inner;
  }, root);
}

function scopeTexts(routes: readonly ApiRoute[]) {
  const scopes = new Set(routes.flatMap((route) => route.scopes ?? []));
  return Object.fromEntries([...scopes].map((scope) => [scope, { description: scope }]));
}
