import type { SandboxHappening, SandboxNews } from '../../../app/ports/sandbox-desk.ts';
import type { VisibleAct } from '../../../sandbox/acts.ts';
import type { SandboxParts } from '../../../sandbox/parts.ts';
import type { CaseBook, FoundCase } from './case-book.ts';
import type { FaultLog } from './fault-log.ts';

interface HappeningDeps {
  readonly parts: Pick<SandboxParts, 'acts' | 'clock' | 'engine' | 'people'>;
  readonly faults: FaultLog;
  /** Opens the gate's cases for one look at the log. */
  readonly cases: () => CaseBook;
  /** Tells this process from others: their numbers are not ours. */
  readonly run: string;
}

type Line = Omit<SandboxHappening, 'number' | 'tellsOf'>;

const byInstant = (one: Line, other: Line): number => one.atMs - other.atMs;

/** Of the log of an earlier process so much is told again. */
const mostOfBefore = 60;
const mostAtOnce = 40;
/** The gate judges within seconds; whoever is not judged by then will not be. */
const patienceMs = 15 * 60_000;

const offerLink = /\/o\/[\w-]{22}(?![\w-])/;

/**
 * The log of the sandbox page: what the calendars recorded, joined with what the gate thought of it. Lines are found
 * when somebody looks, and numbered once and for all.
 */
export function createHappenings(deps: HappeningDeps): {
  readonly news: (place: string | null) => Promise<SandboxNews>;
  /** Tells that the clock was moved on, and how many deadlines came due by it. */
  readonly moved: (due: number) => void;
} {
  const { acts, clock } = deps.parts;
  const lines: SandboxHappening[] = [];
  let seenActs = Math.max(0, acts.count() - mostOfBefore);
  let seenFaults = deps.faults.count();
  /** Who was invited to what and is not judged yet, with the instant of the invite. */
  const awaited = new Map<string, { readonly act: VisibleAct; readonly guest: string }>();
  /** One voice for each meeting: other answers to it refer to the offer of the first. By UID. */
  const offers = new Map<string, string>();
  let moves: Line[] = [];

  async function look(): Promise<void> {
    const cases = deps.cases();
    const fresh = acts.since(seenActs);
    seenActs += fresh.length;
    for (const act of fresh)
      if (act.kind === 'invitation' || act.kind === 'update')
        for (const guest of act.to) awaited.set(`${guest} ${act.uid}`, { act, guest });
    for (const { uid, comment } of fresh) {
      const [path] = offerLink.exec(comment ?? '') ?? [];
      if (uid !== null && path !== undefined) offers.set(uid, path);
    }
    const offerOf = (uid: string | null) => offers.get(uid ?? '') ?? null;
    const told = await Promise.all(fresh.filter(isNews).map((act) => actLine(deps, cases, offerOf, act)));
    const judged = await judgedLines(cases);
    const failed = deps.faults.since(seenFaults);
    seenFaults = deps.faults.count();
    const all = [...told, ...judged, ...faultLines(failed), ...moves].toSorted(byInstant);
    moves = [];
    for (const line of all)
      lines.push({
        ...line,
        number: lines.length + 1,
        tellsOf: line.kind === 'mail' ? subjectOf(line) : null,
      });
  }

  /** Answers tell of themselves; of what was let through or only proposed the calendar says nothing. */
  async function judgedLines(cases: CaseBook): Promise<Line[]> {
    const found: Line[] = [];
    for (const [key, { act, guest }] of awaited) {
      const own = await cases.find(guest, act.uid);
      if (own !== null && own.judgedMs >= act.atMs) {
        awaited.delete(key);
        if (own.subject.act === 'none' || own.subject.act === 'prompt') found.push(judgedLine(act, own));
      } else if (clock.nowMs() - act.atMs > patienceMs) awaited.delete(key);
    }
    return found;
  }

  /** A mail names the meeting at the end of its subject, as the gate's own mails do. */
  function subjectOf({ from, to, title }: Line): number | null {
    if (to.length !== 1 || to[0] !== from) return null;
    const told = lines.findLast(
      (line) =>
        (line.kind === 'answer' || line.kind === 'judged') &&
        line.from === from &&
        line.title !== null &&
        (title ?? '').endsWith(`: ${line.title}`),
    );
    return told?.number ?? null;
  }

  // One look at a time: two would tell the same.
  let last: Promise<void> = Promise.resolve();
  return {
    moved: (due) => {
      moves.push({ ...blank, atMs: clock.nowMs(), kind: 'clock', from: '', to: [], due });
    },
    news: async (place) => {
      last = last.catch(() => {}).then(look);
      await last;
      const known = place === null ? { earliest: 1, latest: 0 } : readPlace(place, deps.run);
      if (known === null) return { kind: 'restart' };
      const fresh = lines.slice(known.latest);
      const told = fresh.slice(-mostAtOnce);
      // Of lines that are left out, a mail that comes later must not look for its place.
      const earliest = told.length < fresh.length ? (told[0]?.number ?? 1) : known.earliest;
      const next = `${deps.run}.${earliest}-${lines.length}`;
      return { kind: 'lines', lines: told, place: next, earliest };
    },
  };
}

/** Of `run.earliest-latest`, the numbers of the lines that a reader has; null where another process wrote it. */
function readPlace(place: string, run: string): { earliest: number; latest: number } | null {
  if (!place.startsWith(`${run}.`)) return null;
  const [, earliest, latest] = /^(\d{1,9})-(\d{1,9})$/.exec(place.slice(run.length + 1)) ?? [];
  return latest === undefined ? null : { earliest: Number(earliest), latest: Number(latest) };
}

const blank = {
  ...{ title: null, answer: null, words: null, offerPath: null, subject: null, fault: null },
  due: null,
};

async function actLine(
  { parts }: HappeningDeps,
  cases: CaseBook,
  offerOf: (uid: string | null) => string | null,
  act: VisibleAct,
): Promise<Line> {
  const nameOf = (address: string) => parts.people.find(address)?.name ?? address;
  const told = { atMs: act.atMs, kind: act.kind, from: nameOf(act.from), to: act.to.map(nameOf) };
  if (act.kind !== 'answer') return { ...blank, ...told, title: act.detail, words: act.comment };
  const { uid, from } = act;
  const copy = uid === null ? null : parts.engine.findByUid(from, uid);
  return {
    ...blank,
    ...told,
    title: copy?.fields.summary ?? null,
    answer: answerOf(act.detail),
    words: act.comment,
    offerPath: act.detail === 'declined' || act.detail === 'tentative' ? offerOf(uid) : null,
    subject: (await cases.find(from, uid))?.subject ?? null,
  };
}

/** Google tells the organizer of an answer by a mail as well, right after it. */
function isNews({ kind, from, to }: VisibleAct, index: number, all: readonly VisibleAct[]): boolean {
  const before = all[index - 1];
  return !(kind === 'mail' && before?.kind === 'answer' && before.from === from && before.to[0] === to[0]);
}

function judgedLine(act: VisibleAct, { subject, judgedMs }: FoundCase): Line {
  return {
    ...blank,
    atMs: judgedMs,
    kind: 'judged',
    from: subject.owner.name,
    to: [],
    title: act.detail,
    subject,
  };
}

/** Failures that were seen in one look are one line for each vendor and kind. */
function faultLines(failed: ReturnType<FaultLog['since']>): Line[] {
  const groups = Map.groupBy(failed, ({ provider, what }) => `${provider} ${what}`);
  return [...groups.values()].flatMap((group) => {
    const latest = group.at(-1);
    if (latest === undefined) return [];
    const { provider, what, atMs } = latest;
    return [
      {
        ...blank,
        atMs,
        kind: 'fault',
        from: '',
        to: [],
        fault: { provider, what, times: group.length },
      } as const,
    ];
  });
}

function answerOf(detail: string): SandboxHappening['answer'] {
  if (detail === 'accepted' || detail === 'declined' || detail === 'tentative') return detail;
  return 'needsAction';
}
