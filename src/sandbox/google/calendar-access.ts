import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { googleErrors, notFound } from './errors.ts';
import { eventReach } from './scopes.ts';

/** A calendar that a request may work on. */
export interface OpenCalendar {
  readonly owner: SandboxPerson;
  /** The address of `owner`: the mailbox of the engine. */
  readonly mailbox: string;
  readonly role: 'owner' | 'writer';
  /** The token shows only when events are, not what. */
  readonly busyOnly: boolean;
}

/** A value, or the refusal that goes to the client as it is. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly answer: ApiAnswer };

export function found<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused<T>(answer: ApiAnswer): Outcome<T> {
  return { ok: false, answer };
}

/** The token's user; null where the token is of no Google mailbox. */
export function tokenOwner(parts: SandboxParts, request: ApiRequest): SandboxPerson | null {
  const mailbox = request.access?.mailbox ?? null;
  const person = mailbox === null ? null : parts.people.find(mailbox);
  return person?.provider === 'google' ? person : null;
}

/** Whose calendars stand in a person's list: the own one, then those of people who made them a delegate. */
export function visibleCalendars(parts: SandboxParts, user: SandboxPerson): readonly SandboxPerson[] {
  const shared = parts.people
    .all()
    .filter((person) => person !== user && hasCalendar(person) && isDelegate(person, user));
  return [user, ...shared];
}

/**
 * The calendar of `calendarId`: `primary`, the own address, or that of somebody who made the user a delegate.
 * Anything else is 404, as for a calendar that does not exist. A token that only opens the user's own calendars
 * (`calendar.events.owned`) is refused with 403 at shared ones.
 */
export function openCalendar(parts: SandboxParts, request: ApiRequest): Outcome<OpenCalendar> {
  const user = tokenOwner(parts, request);
  const id = request.params.calendarId ?? '';
  if (user === null) return refused(notFound());
  const owner = id === 'primary' ? user : parts.people.find(id);
  if (owner === null || !hasCalendar(owner)) return refused(notFound());
  const owned = owner.address === user.address;
  if (!owned && !isDelegate(owner, user)) return refused(notFound());
  const reach = eventReach(request.access?.scopes ?? [], owned);
  if (reach === 'none') return refused(owned ? notFound() : googleErrors.forbidden());
  const role = owned ? 'owner' : 'writer';
  return found({ owner, mailbox: owner.address, role, busyOnly: reach === 'busy-only' });
}

function hasCalendar(person: SandboxPerson): boolean {
  return person.provider === 'google' && person.kind !== 'group';
}

function isDelegate(owner: SandboxPerson, user: SandboxPerson): boolean {
  return owner.delegates.includes(user.address);
}
