import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentLines } from '../../../src/providers/formats/content-lines.ts';
import { oneEvent, readItems, readOne } from '../files/read-text.ts';

const summary = 'Grüße – 会議 🎉 plan';
const lines = [
  'DTSTART;TZID=Europe/Berlin:20261012T090000',
  `SUMMARY:${summary}`,
  'ATTENDEE;CN="Ann Ü":mailto:ann@example.org',
];
const text = oneEvent(...lines);

async function unfold(...chunks: Buffer[]) {
  async function* stream() {
    yield* chunks;
  }
  const all: { text: string; line: number }[] = [];
  for await (const batch of contentLines(stream()))
    all.push(...batch.map(({ text, line }) => ({ text, line })));
  return all;
}

describe('unfolding', () => {
  it('changes nothing wherever an octet stream is folded, within characters too', async () => {
    const plain = await readItems(text);
    const bytes = Buffer.from(text);
    const lineStarts = new Set([
      0,
      ...[...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([index]) => index + 1),
    ]);
    const places = fc.uniqueArray(fc.nat(bytes.length - 1), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom('\r\n ', '\n\t', '\r\n\t'), async (folds, fold) => {
        // A fold cannot stand before a line or inside its line break.
        const allowed = new Set(
          folds.filter((place) => !lineStarts.has(place) && bytes[place] !== 0x0a && bytes[place] !== 0x0d),
        );
        const folded = [...bytes].flatMap((byte, index) =>
          allowed.has(index) ? [...Buffer.from(fold), byte] : [byte],
        );
        const moved = (await readItems(Buffer.from(folded))).map((item) =>
          item.kind === 'meeting' ? item.meeting : item,
        );
        expect(moved).toEqual(plain.map((item) => (item.kind === 'meeting' ? item.meeting : item)));
      }),
      { numRuns: 200 },
    );
  });

  it('takes the line ends CRLF, LF, CR and CR CR LF alike', async () => {
    const meeting = await readOne(text);
    expect(meeting.summary).toBe(summary);
    for (const end of ['\n', '\r', '\r\r\n'])
      expect(await readOne(text.replaceAll('\r\n', end))).toEqual(meeting);
  });

  it('does not depend on where chunks end', async () => {
    const bytes = Buffer.from(`A:1\r\nB:${summary}\r\n  2\rC:3\n\nD`);
    const whole = await unfold(bytes);
    expect(whole).toEqual([
      { text: 'A:1', line: 1 },
      { text: `B:${summary} 2`, line: 2 },
      { text: 'C:3', line: 4 },
      { text: 'D', line: 6 },
    ]);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(await unfold(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole);
    }
  });

  it('reads UTF-8 and UTF-16 with their byte-order marks, whole or byte by byte', async () => {
    const meeting = await readOne(text);
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [Buffer.from(`\uFEFF${text}`), little, big]) {
      expect(await readOne(bytes)).toEqual(meeting);
      const single = await readItems(Array.from(bytes, (byte) => Uint8Array.of(byte)));
      expect(single).toEqual([{ kind: 'meeting', meeting }]);
    }
  });

  it('tells the bytes taken', async () => {
    const seen: number[] = [];
    await readItems(['BEGIN:', 'VCALENDAR\n'], { onBytes: (bytes) => seen.push(bytes) });
    expect(seen).toEqual([6, 16]);
  });
});
