import type { NeedRule } from '../need.ts';
import { complexAndUrgent } from './complex-and-urgent.ts';
import { consumable } from './consumable.ts';
import { creativeExploration } from './creative-exploration.ts';
import { handsOnPractice } from './hands-on-practice.ts';
import { interruptsDeepWork } from './interrupts-deep-work.ts';
import { mustBeDocumented } from './must-be-documented.ts';
import { outsiderExpectsIt } from './outsider-expects-it.ts';
import { peopleMustConverge } from './people-must-converge.ts';
import { relationshipAtStake } from './relationship-at-stake.ts';
import { relationshipBeingBuilt } from './relationship-being-built.ts';
import { severalZones } from './several-zones.ts';
import { writtenEmergency } from './written-emergency.ts';
import { writtenQuestion } from './written-question.ts';

/**
 * Every need rule, in the order in which reasons are told when they weigh the same: first what protects people
 * (an emergency, a relationship), then what makes a result, then what could be written.
 */
export const needRules: readonly NeedRule[] = [
  writtenEmergency,
  complexAndUrgent,
  relationshipAtStake,
  relationshipBeingBuilt,
  outsiderExpectsIt,
  peopleMustConverge,
  creativeExploration,
  handsOnPractice,
  consumable,
  severalZones,
  mustBeDocumented,
  interruptsDeepWork,
  writtenQuestion,
];
