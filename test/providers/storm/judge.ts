import { inviteWord } from './desk.ts';
import { normalised } from './normalised.ts';
import type { Step } from './recorder.ts';
import type { Day } from './run-day.ts';

/** How a stormy day compares with the calm one. Everything in it has to be empty or as the calm day was. */
export interface Comparison {
  /** Operations that gave something else. */
  readonly different: readonly unknown[];
  /** Mails whose fate is unknown. */
  readonly unknown: readonly string[];
  /** Of those, the ones that were sent; none may stand here twice. */
  readonly unknownButSent: readonly string[];
  readonly sentTwice: readonly string[];
  readonly notSent: readonly string[];
}

/** The operations that the port calls not repeatable. */
const isOnceOnly = ({ name }: Step): boolean => name.startsWith('mail ');

const isUnknown = ({ result }: Step): boolean => JSON.stringify(result) === '{"refused":"outcome-unknown"}';

/** Whether both gave the same; a key may have been used up by an attempt of the same call whose answer was lost. */
function isSame(calm: Step, stormy: Step): boolean {
  const { existed } = stormy;
  const same = JSON.stringify([calm.name, calm.result]) === JSON.stringify([stormy.name, stormy.result]);
  return same && (existed === calm.existed || existed === true);
}

export function compare(calm: Day, stormy: Day, addresses: readonly string[]): Comparison {
  const different: unknown[] = [];
  const unknown: string[] = [];
  for (const [desk, steps] of calm.steps.entries())
    for (const [index, step] of steps.entries()) {
      const other = stormy.steps[desk]?.[index];
      if (other === undefined) different.push([addresses[desk], step.name, 'missing']);
      else if (isOnceOnly(other) && isUnknown(other))
        unknown.push(`M${other.name.slice(1)} of ${addresses[desk]}`);
      else if (!isSame(step, other))
        different.push([addresses[desk], index, step.name, firstDifference(step.result, other.result)]);
    }
  const sent = (day: Day) => day.state.mails.map(subjectOf);
  const before = sent(calm);
  const after = sent(stormy);
  return {
    different,
    unknown,
    unknownButSent: unknown.filter((subject) => after.includes(subject)),
    sentTwice: [...new Set(after)].filter((subject) => countOf(after, subject) > countOf(before, subject)),
    notSent: [...new Set(before)].filter(
      (subject) => countOf(after, subject) < countOf(before, subject) && !unknown.includes(subject),
    ),
  };
}

const countOf = (all: readonly string[], wanted: string): number =>
  all.filter((one) => one === wanted).length;

function subjectOf(mail: unknown): string {
  return typeof mail === 'object' && mail !== null && 'subject' in mail ? String(mail.subject) : '';
}

/** Only the place where two results part, so that a failure can be read. */
function firstDifference(calm: unknown, stormy: unknown): unknown {
  const [a, b] = [JSON.stringify(calm), JSON.stringify(stormy)];
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return { calm: around(a), stormy: around(b) };
}

/** Problems that say more than codes, and requests or answers that carry a token where none belongs. */
export function leaks({ problems, exchanges }: Day): readonly unknown[] {
  const secrets = new RegExp(`${inviteWord}|sandbox-(google|microsoft)-|Bearer|https?:|\\w@`);
  const spoken = problems.filter(({ detail }) => secrets.test(detail) || !/^[\w.@ -]{1,80}$/.test(detail));
  const carried = exchanges.filter(
    ({ path, query, responseBody, requestBody, routeId }) =>
      !/token/i.test(`${routeId} ${path}`) &&
      [path, query, textOf(requestBody), textOf(responseBody)].some((text) =>
        /sandbox-(google|microsoft)-[a-z0-9]{40}/.test(text),
      ),
  );
  return [...spoken, ...carried.map(({ method, path }) => `${method} ${path}`)];
}

function textOf(bytes: Uint8Array | null): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}

/** What others saw; nobody is told of a document that is opened to them a second time. */
export function visible({ state }: Day): unknown {
  const { acts, copies, documents } = state;
  const shared = (act: unknown) => JSON.stringify(act).includes('"document-shared"');
  const told = acts.filter((act) => !shared(act));
  const opened = [...new Set(acts.filter(shared).map((act) => JSON.stringify(act)))];
  return normalised({ told, opened, copies, documents });
}

/** One line of figures for whoever runs a storm by hand. */
export function figures(
  label: string,
  calm: Day,
  stormy: Day,
  { unknown, unknownButSent }: Comparison,
): string {
  const faults = new Map<string, number>();
  for (const { faulted, status } of stormy.exchanges)
    if (faulted !== null) {
      const kind = status !== null && status >= 400 ? `${faulted} ${status}` : faulted;
      faults.set(kind, (faults.get(kind) ?? 0) + 1);
    }
  const hit = [...faults.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...faults].sort().map(([kind, count]) => `${kind} ${count}`);
  return [
    label,
    `${stormy.steps.flat().length} operations`,
    `requests ${calm.exchanges.length} calm, ${stormy.exchanges.length} in the storm`,
    `${hit} hit (${kinds.join(', ')})`,
    `mails of unknown fate ${unknown.length}, sent ${unknownButSent.length}`,
    `${Math.round(calm.tookMs)} ms calm, ${Math.round(stormy.tookMs)} ms in the storm`,
    `subscriptions left ${stormy.state.subscriptions}`,
  ].join('; ');
}
