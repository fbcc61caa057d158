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
    .flatMap((file) => readInvites(path.join(folder, file)).map((invite) => ({ ...invite, file })));
}

export function toExample(invite: LabelledInvite, index: number): Example {
  return {
    invite,
    act: actOf(invite),
    ...readFeatures(toMeeting(invite, `invite-${index}`), [ownDomain], reader),
  };
}

export const labelOf = (example: Example): number => actNames.indexOf(example.act);
