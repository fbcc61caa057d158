import type { SandboxParts } from '../parts.ts';

const meet = 'https://meet.google.com/';

/** `conferenceData` and, for Google's own, `hangoutLink`. */
export function conference(url: string | null) {
  if (url === null) return {};
  const isMeet = url.startsWith(meet);
  return {
    ...(isMeet && { hangoutLink: url }),
    conferenceData: {
      ...(isMeet && { conferenceId: url.slice(meet.length) }),
      conferenceSolution: {
        key: { type: isMeet ? 'hangoutsMeet' : 'addOn' },
        name: isMeet ? 'Google Meet' : 'Video meeting',
      },
      entryPoints: [{ entryPointType: 'video', uri: url, label: url.replace(/^https?:\/\//, '') }],
    },
  };
}

/** A new link of Google Meet, in its form of three, four and three letters. */
export function newMeetLink(parts: SandboxParts): string {
  const letters = parts
    .newId(10)
    .replaceAll(/\d/g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number(digit)));
  return `${meet}${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}
