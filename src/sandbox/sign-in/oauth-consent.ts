import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import { type Markup, markup } from '../api/markup.ts';
import type { SandboxParts } from '../parts.ts';
import { formOf } from './oauth-form.ts';

interface ConsentQuestion {
  readonly vendor: string;
  readonly provider: 'google' | 'microsoft';
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly hint: string | null;
}

/** What somebody chose on the page; `person` null says that there is no such account. */
type Consent =
  | { readonly kind: 'denied' }
  | {
      readonly kind: 'allowed';
      readonly person: SandboxPerson | null;
      readonly scopes: readonly string[];
    };

/** The page on which a person signs in and agrees. Its form goes back to the address that it came from. */
export function consentPage(parts: SandboxParts, question: ConsentQuestion): ApiAnswer {
  const hinted = question.hint === null ? null : accountOf(parts, question.provider, question.hint);
  const choices = hinted === null ? accountsOf(parts, question.provider) : [hinted];
  const people = choices.map(
    ({ address, name }) => markup`<option value="${address}">${name} (${address})</option>`,
  );
  const scopes = question.scopes.map(
    (scope) =>
      markup`<li><label><input type="checkbox" name="scope" value="${scope}" checked> <span>${scope}</span></label></li>`,
  );
  return htmlPage(
    200,
    `${question.vendor}: sign in`,
    markup`<form method="post">
<p><b>${question.clientId}</b> asks for access to the ${question.vendor} account of</p>
<p><select name="person">${people}</select></p>
<input type="hidden" name="scope" value="">
<ul>${scopes}</ul>
<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></p>
</form>`,
  );
}

/** A sign-in that cannot go back to the application, because it does not say where that is. */
export function refusalPage(status: number, what: string): ApiAnswer {
  return htmlPage(status, 'Sign-in refused', markup`<p>${what}</p>`);
}

/** Reads the form of the page. A form without any `scope` field agrees to everything that was asked for. */
export function consentOf(
  parts: SandboxParts,
  provider: 'google' | 'microsoft',
  request: ApiRequest,
  asked: readonly string[],
): Consent {
  const form = formOf(request);
  if (form.get('decision') !== 'allow') return { kind: 'denied' };
  const chosen = new Set(form.has('scope') ? form.getAll('scope') : asked);
  return {
    kind: 'allowed',
    person: accountOf(parts, provider, form.get('person') ?? ''),
    scopes: asked.filter((scope) => chosen.has(scope)),
  };
}

/** Everybody who can sign in at a vendor. */
function accountsOf(parts: SandboxParts, provider: 'google' | 'microsoft'): readonly SandboxPerson[] {
  return parts.people.all().filter((person) => person.provider === provider && person.kind === 'person');
}

/** Somebody who can sign in at a vendor, by address, alias or user id; null where there is no such account. */
export function accountOf(
  parts: SandboxParts,
  provider: 'google' | 'microsoft',
  name: string,
): SandboxPerson | null {
  const found = parts.people.find(name);
  return found?.provider === provider && found.kind === 'person' ? found : null;
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
select, button { font: inherit; max-width: 100%; padding: 0.4rem 0.8rem; }
ul { list-style: none; padding: 0; }
label { display: flex; gap: 0.5rem; align-items: baseline; overflow-wrap: anywhere; }`;

function htmlPage(status: number, title: string, body: Markup): ApiAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
    },
    raw: markup`<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${{ html: style }}</style>
<p>Sandbox: nothing here is real.</p>
<h1>${title}</h1>
${body}
</html>`.html,
  };
}
