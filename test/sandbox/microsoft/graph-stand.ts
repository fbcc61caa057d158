import { Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client';

/** Graph's client as the reference says for a plain http address: its own handler never sends a token there. */
export function graphClient(origin: string, token: string): Client {
  return Client.initWithMiddleware({
    baseUrl: `${origin}/`,
    middleware: [bearer(token), new HTTPMessageHandler()],
  });
}

function bearer(token: string): Middleware {
  let next: Middleware | undefined;
  return {
    execute: async (context: Context) => {
      const headers = { ...Object(context.options?.headers), Authorization: `Bearer ${token}` };
      context.options = { ...context.options, headers };
      await next?.execute(context);
    },
    setNext: (following) => {
      next = following;
    },
  };
}
