import type { GateDeps } from '../gate-deps.ts';
import type { PolicyDesk } from '../ports/policy-desk.ts';

export type ProtectionsDeps = GateDeps & { readonly desk: PolicyDesk };
