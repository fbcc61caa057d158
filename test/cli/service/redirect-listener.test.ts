import { describe, expect, it } from '@jest/globals';
import { listenForRedirect } from '../../../src/cli/service/redirect-listener.ts';

const state = 'a-state-that-nobody-guesses';

describe('the end of a sign-in', () => {
  it('is the code that comes with our state', async () => {
    const listener = await listenForRedirect(state);
    const answer = await fetch(`${listener.redirectUri}/?state=${state}&code=4%2Fabc`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await listener.came).toEqual({ ok: true, code: '4/abc' });
    await listener.close();
    await expect(fetch(listener.redirectUri)).rejects.toThrow();
  });

  it('is nothing that comes with another state, or none', async () => {
    const listener = await listenForRedirect(state);
    for (const query of ['', '?code=forged', `?state=${state}x&code=forged`, '?state=&code=forged'])
      expect((await fetch(`${listener.redirectUri}/${query}`)).status).toBe(404);
    await fetch(`${listener.redirectUri}/?state=${state}&code=real`);
    expect(await listener.came).toEqual({ ok: true, code: 'real' });
    await listener.close();
  });

  it('may be a refusal, whose text cannot bring anything along', async () => {
    const listener = await listenForRedirect(state);
    const page = await fetch(`${listener.redirectUri}/?state=${state}&error=access_denied%1b%5b31m%0a<b>`);
    expect(await page.text()).not.toContain('access_denied');
    expect(await listener.came).toEqual({ ok: false, why: 'access_denied31mb' });
    await listener.close();
  });
});
