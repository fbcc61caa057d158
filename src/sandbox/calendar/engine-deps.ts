import type { SandboxParts } from '../parts.ts';

/** What the calendars need of the sandbox. People and switches are read at the moment of use. */
export interface EngineDeps extends Pick<SandboxParts, 'clock' | 'tables' | 'positions' | 'acts' | 'newId'> {
  readonly people: Pick<SandboxParts['people'], 'find' | 'membersOf'>;
}
