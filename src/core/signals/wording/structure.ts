import type { Meeting } from '../../meeting/meeting.ts';
import { domainOf, peopleOf, readerOf } from '../../meeting/people.ts';
import type { Token } from './tokens.ts';

/** What was already read of an invite. */
export interface InviteReading {
  readonly title: readonly Token[];
  readonly body: readonly Token[];
  readonly names: ReadonlySet<string>;
  readonly hasOutsiders: boolean;
}

const festive = /[🎂🍰🎉🥳🍕🍻🍺🥂🍷☕🎄🎁🎃🪔🍪🥐🧁🍾🎈💐👋🏓🎳🎮🍔🌮🍜🥗🍦🎤🕺💃]/u;
const pairing = /\s(?:\/|x|<>|↔|⇄|&|\+|and|und|w\/|mit)\s|\/|<>|↔/i;

/** How an invite is built, as features of the model: how many people, how often, how long, how soon, who is outside. */
export function structureFeatures(
  meeting: Meeting,
  { title, body, names, hasOutsiders }: InviteReading,
): string[] {
  const people = peopleOf(meeting).length;
  const size = sizeOf(people, meeting.attendeesOmitted);
  const repeats = repeatsOf(meeting);
  const features = [`people ${size}`, `repeats ${repeats}`, `length ${lengthOf(meeting)}`];
  features.push(`people ${size} ${repeats === 'once' ? 'once' : 'again'}`);
  if (hasOutsiders) {
    features.push(
      'outsiders',
      `outsiders people ${size}`,
      `outsiders ${repeats === 'once' ? 'once' : 'again'}`,
    );
  }
  const lead = leadOf(meeting);
  if (lead) features.push(`lead ${lead}`);
  features.push(
    `body ${body.length === 0 ? 'none' : body.length <= 12 ? 'short' : body.length <= 50 ? 'some' : 'long'}`,
  );
  features.push(
    `title ${title.length <= 1 ? 'one word' : title.length <= 3 ? 'few words' : 'words'}${body.length === 0 ? ' alone' : ''}`,
  );
  const named = new Set(title.map((token) => token.norm).filter((word) => names.has(word))).size;
  if (named > 0) {
    features.push(`title names ${Math.min(named, 2)}`, `title names ${Math.min(named, 2)} of ${size}`);
    if (title.length - named <= 1 && body.length === 0)
      features.push(`title only names ${repeats === 'once' ? 'once' : 'again'}`);
  }
  if (meeting.summary && pairing.test(meeting.summary.slice(0, 200)))
    features.push('title pairs', `title pairs ${size}`);
  if (festive.test(`${meeting.summary ?? ''} ${(meeting.description ?? '').slice(0, 2000)}`))
    features.push('festive');
  if (meeting.summary?.slice(0, 500).trimEnd().endsWith('?'))
    features.push(`title asks`, `title asks ${size}`);
  if (body.length > 0 && meeting.description?.slice(0, 5000).includes('?')) features.push('body asks');
  return features;
}

function sizeOf(people: number, omitted: boolean): string {
  if (omitted || people === 0) return 'unknown';
  if (people <= 3) return String(people);
  if (people <= 6) return '4-6';
  if (people <= 10) return '7-10';
  return people <= 20 ? '11-20' : '21+';
}

function repeatsOf(meeting: Meeting): string {
  const recurrence = meeting.recurrence;
  if (!recurrence) return 'once';
  if (recurrence.frequency === 'weekly') {
    if (recurrence.timesPerUnit >= 4) return 'daily';
    return recurrence.interval === 1 ? 'weekly' : 'biweekly';
  }
  if (recurrence.frequency === 'monthly') return recurrence.interval >= 3 ? 'quarterly' : 'monthly';
  return recurrence.frequency === 'yearly' ? 'quarterly' : 'daily';
}

function lengthOf(meeting: Meeting): string {
  const minutes = durationMinutes(meeting);
  if (minutes === null) return 'unknown';
  if (minutes <= 15) return '15';
  if (minutes <= 30) return '30';
  if (minutes <= 60) return '60';
  return minutes <= 120 ? '120' : 'more';
}

/** Planned length in minutes; null for all-day and unknown times. */
export function durationMinutes(meeting: Meeting): number | null {
  const { start, end } = meeting;
  if (start.kind === 'instant' && end.kind === 'instant') return (end.ms - start.ms) / 60_000;
  if (start.kind === 'floating' && end.kind === 'floating') {
    return (Date.parse(`${end.local}Z`) - Date.parse(`${start.local}Z`)) / 60_000;
  }
  return null;
}

function leadOf(meeting: Meeting): string | null {
  if (meeting.start.kind !== 'instant' || meeting.createdMs === null || meeting.recurrence) return null;
  const hours = (meeting.start.ms - meeting.createdMs) / 3_600_000;
  if (hours < 0) return null;
  return hours <= 3 ? 'hours' : hours <= 24 ? 'a day' : null;
}

/**
 * Addresses of the people whose domain is not the organization's own. Own domains: the policy's, else the reader's;
 * where neither is known, nobody is an outsider.
 */
export function outsidersOf(meeting: Meeting, ownDomains: readonly string[], me: string | null): string[] {
  const readerDomain = domainOf(readerOf(meeting, me).email);
  const own = ownDomains.length > 0 ? ownDomains : readerDomain ? [readerDomain] : [];
  if (own.length === 0) return [];
  return peopleOf(meeting)
    .map((person) => person.email)
    .filter((email): email is string => {
      const domain = domainOf(email);
      return domain !== null && !own.some((mine) => domain === mine || domain.endsWith(`.${mine}`));
    });
}
