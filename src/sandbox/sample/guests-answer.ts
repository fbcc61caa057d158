import type { SandboxPerson } from '../accounts/person.ts';
import type { EventCopy, GuestAnswer } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import type { Choices } from './choices.ts';
import { declineComments, tentativeComments } from './comments.ts';

/** Of 100 guests; the rest has not answered. */
interface Mix {
  readonly accepted: number;
  readonly tentative: number;
  readonly declined: number;
}

const mixes = {
  series: { accepted: 84, tentative: 5, declined: 3 },
  past: { accepted: 72, tentative: 8, declined: 11 },
  future: { accepted: 52, tentative: 9, declined: 9 },
} as const satisfies Record<string, Mix>;
/** So many of 100 guests who decline or hesitate say why. */
const explains = 60;

/** Lets the people of a meeting answer it, each in their own calendar, in a natural mix; rooms accept. */
export function answerAll(parts: SandboxParts, event: EventCopy, choices: Choices): void {
  const mix = mixes[moodOf(event, parts.clock.nowMs())];
  for (const guest of guestsOf(parts, event)) {
    const answer = guest.kind === 'room' ? 'accepted' : pickAnswer(mix, choices);
    if (answer !== 'needsAction') answerAs(parts, guest, event, { answer, originalStart: null }, choices);
  }
}

/** One guest declines a single occurrence of a series. */
export function declineOccurrence(
  parts: SandboxParts,
  event: EventCopy,
  originalStart: string,
  choices: Choices,
): void {
  const people = guestsOf(parts, event).filter(({ kind }) => kind === 'person');
  if (people.length > 1) {
    answerAs(parts, choices.pick(people), event, { answer: 'declined', originalStart }, choices);
  }
}

function answerAs(
  parts: SandboxParts,
  guest: SandboxPerson,
  event: EventCopy,
  { answer, originalStart }: { readonly answer: GuestAnswer; readonly originalStart: string | null },
  choices: Choices,
): void {
  const copy = parts.engine.findByUid(guest.address, event.uid);
  // A Microsoft copy whose series was declined is in Deleted Items, where nobody answers single occurrences.
  if (copy?.folder !== 'calendar') return;
  const comment = guest.kind === 'room' ? null : commentOn(answer, choices);
  parts.engine.answer({ key: copy.key, originalStart }, { answer, comment, proposal: null, send: true });
}

/** Everybody named in the guest list who has a calendar here; of whoever comes through a group nobody answers. */
function guestsOf(parts: SandboxParts, event: EventCopy): readonly SandboxPerson[] {
  return event.fields.guests
    .map(({ address }) => parts.people.find(address))
    .filter((person) => person !== null)
    .filter(({ kind, provider }) => kind !== 'group' && provider !== 'outside');
}

function moodOf({ fields }: EventCopy, nowMs: number): keyof typeof mixes {
  if (fields.recurrence.length > 0) return 'series';
  return fields.start.kind === 'instant' && fields.start.ms < nowMs ? 'past' : 'future';
}

function pickAnswer(mix: Mix, choices: Choices): GuestAnswer {
  const drawn = choices.below(100);
  if (drawn < mix.accepted) return 'accepted';
  if (drawn < mix.accepted + mix.tentative) return 'tentative';
  return drawn < mix.accepted + mix.tentative + mix.declined ? 'declined' : 'needsAction';
}

function commentOn(answer: GuestAnswer, choices: Choices): string | null {
  if (answer === 'accepted' || !choices.chance(explains)) return null;
  return choices.pick(answer === 'declined' ? declineComments : tentativeComments);
}
