import { describe, expect, it } from '@jest/globals';
import { relativeLink } from '../../../src/providers/microsoft/paging-link.ts';

const graph = 'https://graph.microsoft.com/';

describe('link of a page', () => {
  it('becomes a path below the version, its query as it was', () => {
    const link = `${graph}v1.0/users/u%20v/calendarView/delta?$skiptoken=a%2Bb%3D&x=1`;
    expect(relativeLink(graph, link)).toBe('/users/u%20v/calendarView/delta?$skiptoken=a%2Bb%3D&x=1');
  });

  it('stays on this machine for the sandbox', () => {
    expect(relativeLink('http://127.0.0.1:4010/', 'http://127.0.0.1:4010/v1.0/me/events?a=b')).toBe(
      '/me/events?a=b',
    );
  });

  it.each([
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://evil.example/v1.0/me',
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com:444/v1.0/me',
    'https://graph.microsoft.com/beta/me',
    'https://graph.microsoft.com/v1.0/../beta/me',
    'https://graph.microsoft.com@evil.example/v1.0/me',
    'https://me:secret@graph.microsoft.com/v1.0/me',
    '/v1.0/me',
    'not a link',
  ])('%s is not followed', (link) => {
    expect(relativeLink(graph, link)).toBeNull();
  });
});
