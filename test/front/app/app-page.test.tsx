import { describe, expect, it } from '@jest/globals';
import { appPage } from '../../../src/front/app/app-page.tsx';
import { frameWith, germanFrame } from './frames.ts';

const page = { title: 'Your meetings', current: 'cases' } as const;
const shown = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the frame of a page', () => {
  it('is in the reader’s language, down to its lang', () => {
    const english = appPage(frameWith(), page, <h1>x</h1>);
    expect(english).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(shown(english)).toContain('Signed in as Claire Marchetti');
    const inGerman = appPage(germanFrame, page, <h1>x</h1>);
    expect(inGerman).toContain('<html lang="de">');
    expect(shown(inGerman)).toContain('Angemeldet als Claire Marchetti');
    expect(shown(inGerman)).not.toMatch(/\b(Skip|Menu|Policy|Sign out|answer)\b/);
  });

  it('marks the page that is open, in the tabs and in the menu, and no other', () => {
    const html = appPage(frameWith(), { ...page, current: 'plan' }, <h1>x</h1>);
    expect(html.match(/<a[^>]*aria-current="page"[^>]*>/g)).toEqual([
      '<a href="/plan" aria-current="page">',
      '<a href="/plan" aria-current="page">',
    ]);
    expect(appPage(frameWith(), { ...page, current: 'none' }, <h1>x</h1>)).not.toContain('aria-current');
  });

  it('has what is needed in each form, and leads back to where the reader was', () => {
    const html = appPage(frameWith({ path: '/cases/7', csrf: 'secret' }), page, <h1>x</h1>);
    const forms = html.match(/<form method="post".*?<\/form>/g) ?? [];
    expect(forms).toHaveLength(4);
    expect(forms.every((form) => form.includes('name="csrf" value="secret"'))).toBe(true);
    expect(forms.filter((form) => form.includes('name="to" value="/cases/7"'))).toHaveLength(2);
    expect(html).toContain('href="/sign-in?to=%2Fcases%2F7"');
  });

  it('leads to be somebody else only once one is somebody', () => {
    const linkOf = (frame: ReturnType<typeof frameWith>) =>
      /\/sign-in\?to=[^>]*>([^<]*)/.exec(appPage(frame, page, ''))?.[1];
    expect(linkOf(frameWith())).toBe('Be somebody else');
    expect(linkOf(frameWith({ viewer: null }))).toBe('Be somebody');
  });

  it('shows nobody’s name and no sign-out before somebody signed in', () => {
    const html = appPage(frameWith({ viewer: null, isSandbox: false }), page, <h1>x</h1>);
    expect(html).not.toMatch(/sign-out|<nav|<details|class="invented"/);
    expect(html).toContain('action="/language"');
  });

  it('says once what was done, and nothing where nothing was', () => {
    expect(appPage(frameWith(), { ...page, said: 'Undone & well' }, <h1>x</h1>)).toContain(
      '<p class="said" role="status">Undone &amp; well</p>',
    );
    expect(appPage(frameWith(), { ...page, said: null }, <h1>x</h1>)).not.toContain('role="status"');
  });

  it('has nothing inline that the policy of the page would refuse', () => {
    const html = appPage(frameWith({ path: '/"><script>', csrf: '"><script>' }), page, <h1>x</h1>);
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script>|javascript:/);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/script.js" defer>']);
  });

  it('keeps a title of an invite to one line of the window', () => {
    const html = appPage(
      frameWith(),
      { ...page, title: `a\n</title><b>\u202E${'x'.repeat(5000)}` },
      <h1>x</h1>,
    );
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
    expect(title).toMatch(/^a &lt;\/title>&lt;b>x+… · Meeting Gatekeeper$/);
    expect(title.length).toBeLessThan(170);
  });
});
