import { createParts } from '../../../src/sandbox/create-parts.ts';
import type { SandboxParts } from '../../../src/sandbox/parts.ts';
import { plantSampleCalendars, samplePeople } from '../../../src/sandbox/sample/sample-company.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';
import { switchPositions } from '../../../src/sandbox/switches.ts';

/** A Thursday; the planted window lies around it and crosses the end of summer time in two zones. */
export const nowMs = Date.UTC(2026, 9, 15, 8);
const dayMs = 86_400_000;
export const plantedWindow = { fromMs: nowMs - 45 * dayMs, toMs: nowMs + 45 * dayMs };

/** Parts with the sample's people and nothing in their calendars, at a time that stands still. */
export async function sampleParts(file: string | null = null) {
  const tables = await createTables(file);
  const { parts, unseen } = createParts({
    clock: { nowMs: () => nowMs, advance: () => undefined },
    tables,
    people: samplePeople,
    positions: () => switchPositions(),
    seed: 5,
    deliver: () => undefined,
  });
  return { parts, unseen };
}

export async function plantedParts(): Promise<SandboxParts> {
  const { parts, unseen } = await sampleParts();
  unseen(() => plantSampleCalendars(parts, plantedWindow));
  return parts;
}

export function allCopies(parts: SandboxParts) {
  return parts.people.all().flatMap(({ address }) => parts.engine.copies(address));
}
