import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Act, actNames } from '../../src/core/signals/acts.ts';
import { type Feature, readFeatures } from '../../src/core/signals/wording/features.ts';
import { actOf, type LabelledInvite, ownDomain, reader, toMeeting } from './labelled-invite.ts';

/** A labelled invite with the features that the product reads from it. */
export interface Example {
  readonly invite: LabelledInvite;
  readonly act: Act;
  readonly features: readonly Feature[];
}

export function readInvites(file: string): LabelledInvite[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledInvite);
}

export function trainingInvites(): LabelledInvite[] {
  const folder = path.join(import.meta.dirname, 'invites');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readInvites(path.join(folder, file)).map((invite) => ({ ...invite, set: file })));
}

export function toExample(invite: LabelledInvite, index: number): Example {
  return {
    invite,
    act: actOf(invite),
    ...readFeatures(toMeeting(invite, `invite-${index}`), [ownDomain], reader),
  };
}

/**
 * What a calendar without attendees shows of the same invites (many exports name nobody), so that the words carry the
 * judgement where the people are unknown. Every second invite; not those that name people, whose names would become
 * words of the model.
 */
export function withoutPeople(examples: readonly Example[]): Example[] {
  return examples
    .filter(({ invite }, index) => index % 2 === 0 && invite.names.length === 0)
    .map((example, index) => {
      const meeting = { ...toMeeting(example.invite, `bare-${index}`), attendees: [], organizer: null };
      return { ...example, ...readFeatures(meeting, [ownDomain], reader) };
    });
}

export const labelOf = (example: Example): number => actNames.indexOf(example.act);
