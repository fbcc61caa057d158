import { describe, expect, it } from '@jest/globals';
import { signInPage } from '../../../../src/front/app/sign-in/sign-in-page.tsx';
import { frameWith, germanFrame } from '../frames.ts';

const outside = frameWith({ viewer: null, path: '/sign-in' });
const view = { people: [], to: '/plan', problem: null, providerName: null } as const;
const wei = {
  ...{ address: 'wei@halden.example', name: 'Wei Lin', zone: 'Asia/Singapore', provider: 'microsoft' },
};
const shown = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the sign-in page', () => {
  it('sends people to their provider, and remembers where they wanted to go', () => {
    const html = signInPage({ ...view, mode: 'provider', providerName: 'Halden Accounts' }, outside);
    expect(html).toMatch(/<form class="card" method="post" action="\/sign-in">/);
    expect(html).toContain('name="to" value="/plan"');
    expect(shown(html)).toContain('Sign in with Halden Accounts');
    expect(shown(signInPage({ ...view, mode: 'provider' }, germanFrame))).toContain(
      'Anmelden mit dem Firmenkonto',
    );
  });

  it('in the sandbox offers everybody by name, place, hour and calendar', () => {
    const html = signInPage(
      { ...view, mode: 'sandbox', people: [{ ...wei, roles: ['person', 'auditor'] }] },
      outside,
    );
    expect(shown(html)).toContain('Wei Lin Singapore · Outlook 16:00 there now Auditor Be Wei Lin');
    expect(html).toContain('name="address" value="wei@halden.example"');
    expect(html).not.toContain('action="/sign-in"');
  });

  it('a person of whom little is known is offered all the same', () => {
    const person = { ...wei, name: null, zone: null, provider: null };
    const html = signInPage({ ...view, mode: 'sandbox', people: [person] }, outside);
    expect(shown(html)).toContain('Be wei@halden.example');
    expect(shown(html)).not.toContain('there now');
  });

  it.each(['cancelled', 'expired', 'unverified', 'unknown', 'other-identity', 'unavailable', 'failed'])(
    'says in both languages what %s means, and keeps the way in',
    (problem) => {
      const texts = [outside, { ...germanFrame, viewer: null }].map((frame) => {
        const html = signInPage({ ...view, mode: 'provider', problem }, frame);
        expect(html).toContain('action="/sign-in"');
        return /role="alert">(.+?)</.exec(html)?.[1];
      });
      expect(new Set(texts).size).toBe(2);
    },
  );

  it.each(['__proto__', 'constructor', '<script>'])(
    'a code that nobody knows (%s) is a plain failure',
    (problem) => {
      const html = signInPage({ ...view, mode: 'provider', problem }, outside);
      expect(shown(html)).toContain('The sign-in did not work. Please try again.');
    },
  );

  it('says what to set where nothing is set up, and has nothing to press', () => {
    const html = signInPage({ ...view, mode: 'closed' }, { ...outside, isSandbox: false });
    expect(shown(html)).toContain('BASE_URL, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET');
    expect(shown(html)).not.toContain('answers invites');
    expect(html).not.toMatch(/action="\/sign-in/);
  });
});
