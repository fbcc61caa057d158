import type { SandboxDesk, SandboxTrouble } from '../../../app/ports/sandbox-desk.ts';
import type { FaultKind } from '../../../sandbox/faults/fault-plan.ts';
import type { Sandbox } from '../../../sandbox/start-sandbox.ts';
import type { FaultLog } from './fault-log.ts';

/** Any number: every request that a wish is for is hit, and nothing is left to luck. */
const seed = 1;

const faultKinds = {
  'rate-limit': 'rate-limit',
  'server-error': 'server-error',
  cut: 'reset-before',
} as const satisfies Readonly<Record<string, FaultKind>>;

/** Lets requests and notifications of the vendors fail, and knows what of it is still to come. */
export function createTroubles(
  { setFaults, setNotificationFaults }: Pick<Sandbox, 'setFaults' | 'setNotificationFaults'>,
  faults: FaultLog,
): Pick<SandboxDesk, 'fail' | 'allIsWell' | 'troubles'> {
  let requests: { readonly wish: SandboxTrouble; readonly since: number } | null = null;
  let notifications: SandboxTrouble | null = null;

  function left(): SandboxTrouble | null {
    if (requests === null) return null;
    const times = requests.wish.times - (faults.count() - requests.since);
    return times > 0 ? { ...requests.wish, times } : null;
  }

  return {
    fail: (trouble) => {
      const { provider, what, times } = trouble;
      if (what === 'lost' || what === 'doubled') {
        notifications = trouble;
        setNotificationFaults({ seed, provider, ...(what === 'lost' ? { lost: 1 } : { duplicated: 1 }) });
        return;
      }
      requests = { wish: trouble, since: faults.count() };
      setFaults({ seed, rules: [{ provider, probability: 1, kind: faultKinds[what], times }] });
    },
    allIsWell: () => {
      requests = null;
      notifications = null;
      setFaults(null);
      setNotificationFaults(null);
    },
    troubles: () => [left(), notifications].filter((trouble) => trouble !== null),
  };
}
