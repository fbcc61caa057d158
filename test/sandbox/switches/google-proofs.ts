import { JWT } from 'google-auth-library';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { listDelegatedScopes } from '../../../src/sandbox/google/oauth-delegation.ts';
import type { SwitchName } from '../../../src/sandbox/switches.ts';
import type { Proof } from './proof.ts';
import { ana, ben, cleo, googleMeeting, refusalOf, type SwitchWorld, team } from './switch-world.ts';

type GoogleSwitch = Extract<SwitchName, `google.${string}`>;

const calendarId = 'primary';

async function invite(
  { google }: SwitchWorld,
  guest: string,
  fields: calendar_v3.Schema$Event = {},
): Promise<string> {
  const requestBody = googleMeeting(10, { attendees: [{ email: guest }], ...fields });
  const { data } = await google(ana).events.insert({ calendarId, requestBody });
  return data.id ?? '';
}

async function eventOf({ google }: SwitchWorld, mailbox: string, eventId: string) {
  return (await google(mailbox).events.get({ calendarId, eventId })).data;
}

function answer({ google }: SwitchWorld, eventId: string, responseStatus: string, comment?: string) {
  return google(ben).events.patch({
    calendarId,
    eventId,
    sendUpdates: 'all',
    requestBody: {
      attendeesOmitted: true,
      attendees: [{ email: ben, responseStatus, ...(comment && { comment }) }],
    },
  });
}

const statusOf = (event: calendar_v3.Schema$Event) => event.attendees?.[0]?.responseStatus;

function watch({ google, webhook }: SwitchWorld, mailbox: string, address = webhook.url) {
  const requestBody = { id: 'channel-1', type: 'web_hook', address, params: { ttl: '604800' } };
  return google(mailbox).events.watch({ calendarId, requestBody });
}

/** The library writes Google's token address into its source; only its way to the network can be changed. */
async function delegated({ sandbox }: SwitchWorld, scope: string) {
  const { origin } = sandbox.google;
  const account = await (await fetch(`${origin}/sandbox/service-account.json`)).json();
  return new JWT({
    email: account.client_email,
    key: account.private_key,
    scopes: [scope],
    subject: ben,
    transporterOptions: {
      fetchImplementation: (input, init) =>
        fetch(String(input).replace('https://oauth2.googleapis.com', origin), init),
    },
  }).authorize();
}

export const googleProofs: { readonly [name in GoogleSwitch]: Proof } = {
  'google.comment-with-attendees-omitted': {
    observe: async (world) => {
      const { data } = await answer(world, await invite(world, ben), 'declined', 'An agenda?');
      return data.attendees?.[0]?.comment;
    },
    seen: ['An agenda?', undefined],
  },
  'google.group-invitation': {
    observe: async (world) => {
      const event = await eventOf(world, ben, await invite(world, team));
      return event.attendees?.map(({ email, self }) => [email, self]);
    },
    seen: [
      [[team, undefined]],
      [
        [team, undefined],
        [ben, true],
      ],
    ],
  },
  'google.hidden-invitation-push': {
    observe: async (world) => {
      await watch(world, cleo);
      await invite(world, cleo);
      await world.sandbox.settled();
      return world.webhook.states;
    },
    seen: [['sync'], ['sync', 'exists']],
  },
  'google.channel-lifetime': {
    observe: async (world) => {
      const { data } = await watch(world, ana);
      return (Number(data.expiration) - world.sandbox.parts.clock.nowMs()) / 86_400_000;
    },
    seen: [7, 1],
  },
  'google.repeated-channel-id': {
    observe: async (world) => {
      await watch(world, ana);
      return refusalOf(watch(world, ana));
    },
    seen: [[400, 'channelIdNotUnique'], null],
  },
  'google.bad-webhook': {
    observe: (world) => refusalOf(watch(world, ana, 'http://gate.example/hook')),
    seen: [
      [400, 'webhookUrlNotHttps'],
      [401, 'push.webhookUrlUnauthorized'],
    ],
  },
  'google.webhook-down': {
    observe: async (world) => {
      await watch(world, ana);
      await world.sandbox.settled();
      world.webhook.answerWith(503);
      await invite(world, ben);
      await world.sandbox.settled();
      world.webhook.answerWith(200);
      await invite(world, ben);
      await world.sandbox.settled();
      return world.webhook.states;
    },
    seen: [['sync', 'exists'], ['sync']],
  },
  'google.guest-edit': {
    observe: async (world) => {
      const eventId = await invite(world, ben);
      const patch = { calendarId, eventId, requestBody: { summary: 'Mine' } };
      const refused = await refusalOf(world.google(ben).events.patch(patch));
      return [refused, (await eventOf(world, ben, eventId)).summary];
    },
    seen: [
      [null, 'Mine'],
      [[403, 'forbiddenForNonOrganizer'], 'Budget'],
    ],
  },
  'google.decline-mail': {
    observe: async (world) => {
      await answer(world, await invite(world, ben), 'declined');
      const mails = world.sandbox.parts.acts.all().filter(({ kind }) => kind === 'mail');
      return mails.map(({ from, to, detail }) => [from, ...to, detail]);
    },
    seen: [[[ben, ana, 'Declined: Budget']], []],
  },
  'google.repeated-private-property': {
    observe: async (world) => {
      for (const key of ['a', 'b']) {
        await invite(world, ben, { extendedProperties: { private: { [key]: '1' } } });
      }
      const privateExtendedProperty = ['a=1', 'b=1'];
      const { data } = await world.google(ana).events.list({ calendarId, privateExtendedProperty });
      return data.items?.length;
    },
    seen: [2, 0],
  },
  'google.unanswered-is-busy': {
    observe: async (world) => {
      await invite(world, ben);
      const day = { timeMin: '2026-10-06T00:00:00Z', timeMax: '2026-10-07T00:00:00Z' };
      const { data } = await world
        .google(ana)
        .freebusy.query({ requestBody: { ...day, items: [{ id: ben }] } });
      return data.calendars?.[ben]?.busy?.length;
    },
    seen: [1, 0],
  },
  'google.instance-id': {
    observe: async (world) => {
      const eventId = await invite(world, ben, { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] });
      const { data } = await world.google(ana).events.instances({ calendarId, eventId });
      const [first] = data.items ?? [];
      const shown = await eventOf(world, ben, first?.id ?? '');
      return [first?.id === `${eventId}_20261006T100000Z`, shown.recurringEventId === eventId];
    },
    seen: [
      [true, true],
      [false, true],
    ],
  },
  'google.moved-time-resets-answers': {
    observe: async (world) => {
      const eventId = await invite(world, ben);
      await answer(world, eventId, 'accepted');
      await world.google(ana).events.patch({ calendarId, eventId, requestBody: googleMeeting(12) });
      return statusOf(await eventOf(world, ben, eventId));
    },
    seen: ['needsAction', 'accepted'],
  },
  'google.unlisted-scope': {
    observe: async (world) => {
      listDelegatedScopes(world.sandbox.parts, []);
      return refusalOf(delegated(world, 'https://www.googleapis.com/auth/calendar'));
    },
    seen: [
      [401, 'unauthorized_client'],
      [403, 'access_denied'],
    ],
  },
  'google.focus-time': {
    observe: ({ google }) => {
      const requestBody = googleMeeting(10, { eventType: 'focusTime' });
      return refusalOf(google(ana).events.insert({ calendarId, requestBody }));
    },
    seen: [null, [400, 'invalid']],
  },
  'google.attendee-deletes': {
    observe: async (world) => {
      const eventId = await invite(world, ben);
      await world.google(ben).events.delete({ calendarId, eventId });
      return statusOf(await eventOf(world, ana, eventId));
    },
    seen: ['declined', 'needsAction'],
  },
};
