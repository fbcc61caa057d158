import type { Acts } from '../acts.ts';
import type { SandboxClock } from '../clock.ts';
import type { SandboxMail, SandboxParts } from '../parts.ts';
import type { Table } from '../state/tables.ts';

const idChars = 16;

/** Keeps every mail, in the order of sending, and records it as something that other people see. */
export function createMails(parts: {
  readonly table: Table<SandboxMail>;
  readonly clock: SandboxClock;
  readonly acts: Acts;
  readonly newId: SandboxParts['newId'];
}): SandboxParts['sendMail'] {
  return (mail) => {
    const sent: SandboxMail = { ...mail, id: parts.newId(idChars), atMs: parts.clock.nowMs() };
    parts.table.put(sent.id, sent);
    const { from, to, subject: detail, text: comment, atMs } = sent;
    parts.acts.record({ kind: 'mail', from, to, uid: null, originalStart: null, detail, comment, atMs });
    return sent;
  };
}
