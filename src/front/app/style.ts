import { auditStyle } from './audit/audit-style.ts';
import { casesStyle } from './cases/cases-style.ts';
import { peopleStyle } from './people/people-style.ts';
import { planStyle } from './plan/plan-style.ts';
import { policyStyle } from './policy/policy-style.ts';
import { protectionsStyle } from './protections/protections-style.ts';
import { sandboxStyle } from './sandbox/sandbox-style.ts';
import { signInStyle } from './sign-in/sign-in-style.ts';
import { colourStyle } from './style/colour-style.ts';
import { frameStyle } from './style/frame-style.ts';
import { partsStyle } from './style/parts-style.ts';
import { printStyle } from './style/print-style.ts';
import { textStyle } from './style/text-style.ts';
import { teamStyle } from './team/team-style.ts';

/** The one style file of all pages inside the frame. What a topic needs beyond the shared classes comes after them. */
export const appStyle = [
  colourStyle,
  textStyle,
  frameStyle,
  partsStyle,
  signInStyle,
  planStyle,
  sandboxStyle,
  policyStyle,
  protectionsStyle,
  teamStyle,
  casesStyle,
  auditStyle,
  peopleStyle,
  printStyle,
].join('\n');
