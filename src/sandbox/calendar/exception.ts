import type { EventCopy, EventException } from './event-copy.ts';

/** The copy with something changed in one occurrence, which becomes an exception. */
export function withException(
  copy: EventCopy,
  key: string,
  change: Partial<Pick<EventException, 'fields' | 'own' | 'gone'>>,
): EventCopy {
  const blank: EventException = {
    originalStart: key,
    fields: {},
    own: {},
    gone: false,
    version: 0,
    updatedMs: 0,
  };
  return {
    ...copy,
    exceptions: { ...copy.exceptions, [key]: { ...blank, ...copy.exceptions[key], ...change } },
  };
}
