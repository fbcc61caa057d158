import type { SandboxPerson } from '../accounts/person.ts';
import type { EventFields } from '../calendar/event-copy.ts';

type Body = EventFields['body'];

/** A body as the organizer's calendar sends it: Outlook always writes HTML, Google only what was typed. */
export function bodyFor(organizer: SandboxPerson, text: string): Body {
  return organizer.provider === 'microsoft'
    ? { kind: 'html', content: outlookHtml(text) }
    : { kind: 'text', content: text };
}

function outlookHtml(text: string): string {
  const blocks: string[] = [];
  let items: string[] = [];
  const closeList = () => {
    if (items.length > 0) blocks.push(`<ul>${items.join('')}</ul>`);
    items = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) {
      items.push(`<li>${escaped(line.slice(2))}</li>`);
      continue;
    }
    closeList();
    blocks.push(`<p class="MsoNormal">${escaped(line)}</p>`);
  }
  closeList();
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${blocks.join('\n')}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
