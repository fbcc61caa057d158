import { describe, expect, it } from '@jest/globals';
import { noticePage } from '../../../../src/front/app/notice/notice-page.tsx';
import { frameWith, germanFrame } from '../frames.ts';

const kinds = [
  ...(['not-found', 'forbidden', 'expired', 'refused', 'not-configured', 'unavailable', 'failed'] as const),
];
const shown = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a notice', () => {
  it.each(kinds)('%s: one heading, what it means, and a way on, in both languages', (kind) => {
    const [english = '', inGerman = ''] = [frameWith(), germanFrame].map((frame) => noticePage(kind, frame));
    for (const html of [english, inGerman]) {
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).toMatch(/<p class="lead">.{40,}<\/p>/);
      expect(html).toMatch(/<a class="button" href="\/[a-z-]*">/);
    }
    expect(/<h1>(.*?)</.exec(english)?.[1]).not.toBe(/<h1>(.*?)</.exec(inGerman)?.[1]);
  });

  it('says who may open a page that is for others', () => {
    expect(shown(noticePage('forbidden', frameWith(), ['lead', 'administrator']))).toContain(
      'It is open to leads of a team or administrators.',
    );
    expect(shown(noticePage('forbidden', frameWith()))).not.toContain('It is open to');
  });

  it('keeps a long text that was typed before the sign-in ran out, to be copied', () => {
    const html = noticePage('expired', frameWith(), [], 'teams: </textarea><script>');
    expect(html).toMatch(/<textarea[^>]*readonly[^>]*>teams: &lt;\/textarea/);
    expect(html).toContain('It is saved nowhere.');
    expect(noticePage('expired', frameWith())).not.toContain('<textarea');
  });

  it('says what to set where nobody can sign in, and claims nothing of calendars it does not know', () => {
    for (const frame of [frameWith({ viewer: null }), { ...germanFrame, viewer: null }]) {
      const said = shown(noticePage('not-configured', frame));
      expect(said).toMatch(/BASE_URL, SIGN_IN_ISSUER.*ADMINISTRATORS/);
      expect(said).not.toMatch(/answers invites|beantwortet/);
    }
  });
});
