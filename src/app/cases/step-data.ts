import type { CaseEvent } from '../../core/gate/case-events.ts';

/** An event as the log keeps it: names, codes and numbers; no sentence that could quote the invite. */
export function stepData(event: CaseEvent): unknown {
  switch (event.type) {
    case 'NEED_JUDGED': {
      const { need, confidence, decidedBy } = event.judgement;
      const { template } = event.alternative;
      return { need, confidence, rule: decidedBy, template, hasChanges: event.hasChanges };
    }
    case 'TIME_CHECKED': {
      const { ok, decidedBy, judged, collided, exemption } = event.check;
      return { ok, rule: decidedBy, judged, collided, exemption };
    }
    case 'CHANGED': {
      const { moved, movedByGate, past, role, skipped } = event;
      return { moved, movedByGate, past, role, skipped };
    }
    default: {
      const { type: _type, ...data } = event;
      return data;
    }
  }
}
