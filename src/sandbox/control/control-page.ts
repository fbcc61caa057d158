import type { SandboxPerson } from '../accounts/person.ts';
import type { VisibleAct } from '../acts.ts';
import { type Markup, markup } from '../api/markup.ts';
import type { SandboxParts } from '../parts.ts';

const mostActs = 50;
const longestDetail = 200;

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; }
ul { list-style: none; padding: 0; }
.people { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
.people li, .acts li { border: 1px solid #8886; border-radius: 0.4rem; padding: 0.5rem 0.75rem; }
.acts li { margin-bottom: 0.5rem; }
.quiet { opacity: 0.75; font-size: 0.9rem; }
code, li, a { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; padding: 0.75rem; }`;

/** What a newcomer wants to see: where everything is, who there is, and what happened lately. */
export function controlPage(
  { people, acts, clock }: SandboxParts,
  origins: { readonly google: string; readonly microsoft: string; readonly control: string },
): string {
  const all = people.all();
  const anybody = all.find(({ kind, provider }) => kind === 'person' && provider !== 'outside');
  const latest = acts.all().slice(-mostActs).reverse();
  const order = JSON.stringify({ mailbox: anybody?.address ?? 'you@company.example' });
  return markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sandbox of calendars</title>
<style>${{ html: style }}</style>
<h1>Sandbox of calendars</h1>
<p>Nothing here is real. Nothing leaves this machine but notifications to addresses that somebody subscribes. Sandbox time is ${timeOf(clock.nowMs())}.</p>
<ul>
<li>Google Calendar, Docs, Drive, Gmail: <code>${origins.google}</code></li>
<li>Microsoft Graph: <code>${origins.microsoft}</code></li>
<li>Control: <code>${origins.control}</code></li>
</ul>
<p>An access token:</p>
<pre>curl -s ${origins.control}/tokens -H 'content-type: application/json' -d '${order}'</pre>
<p>With "npx meeting-gatekeeper start" the product has a page of its own for this company: invites to send, calendars side by side, the clock, faults. This one is for programs and for whoever writes them.</p>
<h2>What happened lately</h2>
${latest.length === 0 ? markup`<p>Nothing yet.</p>` : markup`<ul class="acts">${latest.map(actItem)}</ul>`}
<h2>People</h2>
<ul class="people">${all.map(personItem)}</ul>
</html>
`.html;
}

function personItem({ name, address, provider, kind, zone, members }: SandboxPerson): Markup {
  const where =
    provider === 'outside' ? 'outside the company' : provider === 'google' ? 'Google' : 'Microsoft';
  const about = kind === 'group' ? `group of ${members.length}` : `${kind === 'room' ? 'room, ' : ''}${zone}`;
  return markup`<li><bdi>${name}</bdi><br><code>${address}</code><br><span class="quiet">${where}, ${about}</span></li>`;
}

function actItem({ kind, from, to, detail, comment, atMs }: VisibleAct): Markup {
  const words = comment === null ? '' : `: ${comment.slice(0, longestDetail)}`;
  const told = to.length > 3 ? `${to.slice(0, 3).join(', ')} and ${to.length - 3} more` : to.join(', ');
  return markup`<li><b>${kind}</b> <bdi>${detail.slice(0, longestDetail)}${words}</bdi><br>
<span class="quiet">${timeOf(atMs)}, from ${from} to ${told || 'nobody'}</span></li>`;
}

function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
