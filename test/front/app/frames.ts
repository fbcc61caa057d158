import type { PageFrame } from '../../../src/front/app/page-frame.ts';

const frameNowMs = Date.UTC(2026, 10, 23, 8);

/** A frame as an administrator of the sandbox in Paris sees it. */
export function frameWith(changes: Partial<PageFrame> = {}): PageFrame {
  return {
    viewer: {
      address: 'claire@halden.example',
      name: 'Claire Marchetti',
      roles: ['person', 'lead', 'administrator', 'auditor'],
      ledTeams: ['platform'],
    },
    language: 'en',
    locale: 'en-GB',
    zone: 'Europe/Paris',
    nowMs: frameNowMs,
    path: '/cases',
    csrf: 'csrf-value',
    isSandbox: true,
    said: null,
    assets: { style: '/assets/style.css', script: '/assets/script.js' },
    ...changes,
  };
}

export const germanFrame = frameWith({ language: 'de', locale: 'de-DE' });
