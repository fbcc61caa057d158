import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../../src/sandbox/microsoft/errors.ts';
import { bodyAs, bodyPreview, markupAsText } from '../../../src/sandbox/microsoft/event-text.ts';
import { propertyKey } from '../../../src/sandbox/microsoft/extended-properties.ts';
import { readPreferences } from '../../../src/sandbox/microsoft/preferences.ts';
import { newUid, occurrenceUid } from '../../../src/sandbox/microsoft/uid.ts';

describe('bodies of Graph', () => {
  it('show plain text as HTML without letting its signs be markup', () => {
    const html = bodyAs({ kind: 'text', content: 'a < b & c\nd' }, false);
    expect(html).toMatchObject({
      contentType: 'html',
      content: expect.stringContaining('a &lt; b &amp; c<br>'),
    });
    expect(bodyAs({ kind: 'text', content: 'a < b' }, true)).toEqual({
      contentType: 'text',
      content: 'a < b',
    });
  });

  it('have a preview of 255 characters', () => {
    expect(bodyPreview({ kind: 'html', content: `<p>${'x'.repeat(300)}</p>` })).toBe('x'.repeat(255));
  });

  it.each(['<', '<a ', '&', '<br', ' ', '<p>'])(
    'take a megabyte of %j: quadratic time would outlast the suite',
    (bait) => {
      const text = markupAsText(bait.repeat(1_000_000 / bait.length));
      expect(text).not.toMatch(/<p>/);
    },
  );
});

describe('preferences of a request', () => {
  it('are read from one header, in any case and order', () => {
    const read = readPreferences(
      'IdType="ImmutableId", outlook.timezone="Romance Standard Time",odata.maxpagesize=7, outlook.body-content-type=TEXT',
    );
    expect(read).toMatchObject({
      zone: 'Europe/Paris',
      zoneName: 'Romance Standard Time',
      textBody: true,
      immutableIds: true,
      pageSize: 7,
    });
  });

  it('have defaults, and pass over what is unknown or no number', () => {
    expect(readPreferences('respond-async, odata.maxpagesize=many')).toEqual({
      zone: 'UTC',
      zoneName: 'UTC',
      textBody: false,
      immutableIds: false,
      pageSize: null,
      applied: 'odata.maxpagesize="many"',
    });
    expect(isRefusal(readPreferences('outlook.timezone="Mars"'))).toBe(true);
  });
});

describe('UIDs of Exchange', () => {
  const day = (date: string) => ({ kind: 'date', date }) as const;

  it('hold the date of an occurrence and are otherwise those of the series', () => {
    const series = newUid(1_790_000_000_000, 'abcdefghijklmnop');
    const occurrence = occurrenceUid(series, day('2026-10-06'));
    expect(occurrence.slice(32, 40)).toBe('07EA0A06');
    expect(series.slice(32, 40)).toBe('00000000');
    expect(occurrence.slice(40)).toBe(series.slice(40));
    expect(occurrence).toMatch(/^[0-9A-F]{112}$/);
  });

  it('hold the whole of a foreign UID', () => {
    const occurrence = occurrenceUid('abc@google.com', day('2026-10-06'));
    expect(Buffer.from(occurrence, 'hex').toString('latin1')).toContain(
      'vCal-Uid\u0001\0\0\0abc@google.com\0',
    );
    expect(occurrenceUid('abd@google.com', day('2026-10-06'))).not.toBe(occurrence);
  });
});

describe('ids of extended properties', () => {
  const guid = '66f5a359-4659-4830-9070-00047ec6ac6e';
  it('mean the same in any case but for the name', () => {
    expect(propertyKey(`STRING {${guid.toUpperCase()}} name Key`)).toBe(
      propertyKey(`String {${guid}} Name Key`),
    );
    expect(propertyKey(`String {${guid}} Name key`)).not.toBe(propertyKey(`String {${guid}} Name Key`));
  });
});
