import type { SandboxMail } from '../../../src/sandbox/parts.ts';
import { type Books, declinesOf, openBooks, type PlayedInvite, type Violation, violation } from './books.ts';

/** Begins the subject of the mail that tells of an answer. */
const tellsOfDecline = /^automatically declined\b/i;
/** Begins the subject of the mail by which Google itself tells the organizer of an answer. */
const byTheCalendar = /^(?:declined|accepted|tentative[a-z ]*|open)[^:]*:/i;

/**
 * Mails go from an owner to themselves, about an invite of theirs, and none is sent twice: no two are alike, and no more
 * tell of a decline than there were declines.
 */
export function checkMails(all: readonly PlayedInvite[], books: Books): Violation[] {
  return [...ownMails(all, books), ...calendarMails(all, books)];
}

/** One at most for each answer, by hand or not. */
function calendarMails(all: readonly PlayedInvite[], { mails, acts }: Books): Violation[] {
  const uidOf = new Map(all.map(({ invite }) => [invite.code, invite.uid]));
  const answers = Map.groupBy(
    acts.filter(({ kind }) => kind === 'answer'),
    ({ uid, from }) => `${uid} ${from}`,
  );
  const sent = Map.groupBy(
    mails.filter(isByTheCalendar),
    (mail) => `${uidOf.get(codeOf(mail) ?? '')} ${mail.from}`,
  );
  return [...sent].flatMap(([key, list]) => {
    const given = answers.get(key)?.length ?? 0;
    const [uid = null, mailbox = null] = key.split(' ');
    return list.length <= given
      ? []
      : [violation(uid, mailbox, `${list.length} mails of the calendar about ${given} answers`)];
  });
}

function isByTheCalendar({ subject, from, to }: SandboxMail): boolean {
  return byTheCalendar.test(subject) && to[0] !== from;
}

function ownMails(all: readonly PlayedInvite[], books: Books): Violation[] {
  const byCode = new Map(all.map((played) => [played.invite.code, played]));
  const opened = openBooks(books);
  const groups = Map.groupBy(
    books.mails.filter((mail) => !isByTheCalendar(mail)),
    (mail) => `${codeOf(mail)} ${mail.from}`,
  );
  return [...groups.values()].flatMap((mails) => {
    const [first] = mails;
    if (first === undefined) return [];
    const { invite, steps = [] } = byCode.get(codeOf(first) ?? '') ?? {};
    const about = (what: string) => violation(invite?.uid ?? null, first.from, what);
    const strange = mails.filter(({ from, to }) => to.length !== 1 || to[0] !== from);
    const told = mails.filter(isAboutAnswer).length;
    const given = invite ? declinesOf(opened.answersOf(invite.uid, first.from)).length : 0;
    // What was asked about the first text may be asked again about the next one, in the same words.
    const changes = steps.filter(({ name }) => name === 'rewritten' || name === 'moved').length;
    const texts = (list: readonly SandboxMail[]) =>
      list.map(({ subject, text, html }) => `${subject}\n${text}${html}`);
    const twice = [
      ...repeated(texts(mails.filter(isAboutAnswer)), Math.max(1, given)),
      ...repeated(texts(mails.filter((mail) => !isAboutAnswer(mail))), 1 + changes),
    ];
    return [
      ...(invite ? [] : [about(`a mail about no invite of the plan: ${first.subject}`)]),
      ...strange.map(({ to, subject }) => about(`a mail to ${to.join(', ')}: ${subject}`)),
      ...twice.map((text) => about(`sent twice: ${text.split('\n')[0]}`)),
      ...(told > given ? [about(`${told} mails tell of ${given} declines`)] : []),
    ];
  });
}

/** How many declines no mail tells of: those whose mail was in doubt, or could not be sent. */
export function untoldDeclines(all: readonly PlayedInvite[], books: Books): number {
  const opened = openBooks(books);
  const given = all.flatMap(({ invite }) =>
    invite.owners.flatMap((mailbox) => declinesOf(opened.answersOf(invite.uid, mailbox))),
  ).length;
  return given - books.mails.filter(isAboutAnswer).length;
}

function codeOf({ subject, text }: SandboxMail): string | null {
  return /\[\d{6}\]/.exec(`${subject}\n${text}`)?.[0] ?? null;
}

function isAboutAnswer({ subject }: SandboxMail): boolean {
  return tellsOfDecline.test(subject);
}

/** Texts that stand there more often than they may. */
function repeated(texts: readonly string[], most: number): string[] {
  return [...Map.groupBy(texts, (text) => text)].flatMap(([text, list]) =>
    list.length > most ? [text] : [],
  );
}
