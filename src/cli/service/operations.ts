import { doctor } from './doctor/doctor.ts';
import type { Operation } from './operation.ts';
import { auditLog } from './operations/audit-log.ts';
import { brakeLift, brakeRelease, brakeStatus, brakeStop, brakeUndo } from './operations/brake.ts';
import { cases, observation, undo } from './operations/cases.ts';
import { rotateKeys } from './operations/keys.ts';
import {
  connectCompany,
  connectPerson,
  disconnect,
  mailboxes,
  signInAddress,
} from './operations/mailboxes.ts';
import { erase } from './operations/people.ts';
import {
  notifications,
  replayDeadLetters,
  replayNotification,
  replayRequest,
  sweep,
} from './operations/replay.ts';

/** Everything that a command can ask for, whether it has the database open or asks the server that has. */
export const operations = {
  auditLog,
  brakeLift,
  brakeRelease,
  brakeStatus,
  brakeStop,
  brakeUndo,
  cases,
  connectCompany,
  connectPerson,
  disconnect,
  doctor,
  erase,
  mailboxes,
  notifications,
  observation,
  replayDeadLetters,
  replayNotification,
  replayRequest,
  rotateKeys,
  signInAddress,
  sweep,
  undo,
} as const;

export type OperationName = keyof typeof operations;

type Parts<Name extends OperationName> =
  (typeof operations)[Name] extends Operation<infer Schema, infer Value>
    ? { readonly schema: Schema; readonly value: Value }
    : never;

/** What an operation takes, before its defaults are filled in. */
export type OperationInput<Name extends OperationName> = import('zod').input<Parts<Name>['schema']>;
export type OperationValue<Name extends OperationName> = Parts<Name>['value'];
