import type { EventMoment } from '../calendar/event-copy.ts';

/** First 16 bytes of every Exchange UID. Source: MS-OXOCAL 2.2.1.27 PidLidGlobalObjectId */
const exchangeStart = '040000008200E00074C5B7101A82E008';
/** `vCal-Uid`, version 1: what stands before a foreign UID in the data of the object id. */
const foreignMark = '7643616C2D55696401000000';

/** A new UID as Exchange makes them: creation time and 16 bytes of their own. */
export function newUid(nowMs: number, ownBytes: string): string {
  const data = Buffer.from(ownBytes.slice(0, 16)).toString('hex').toUpperCase();
  const time = nowMs.toString(16).toUpperCase().padStart(16, '0');
  return `${exchangeStart}00000000${time}000000000000000010000000${data}`;
}

/** The UID that v1.0 shows for one occurrence: the date of its original start stands in it (same source). */
export function occurrenceUid(uid: string, original: EventMoment): string {
  const date = original.kind === 'date' ? original.date : new Date(original.ms).toISOString().slice(0, 10);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const stamp = [year >> 8, year & 255, month, day].map(hexByte).join('');
  if (uid.startsWith(exchangeStart)) return `${exchangeStart}${stamp}${uid.slice(40)}`;
  const data = `${foreignMark}${Buffer.from(uid).toString('hex').toUpperCase()}00`;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length / 2);
  return `${exchangeStart}${stamp}${'0'.repeat(32)}${size.toString('hex').toUpperCase()}${data}`;
}

function hexByte(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
