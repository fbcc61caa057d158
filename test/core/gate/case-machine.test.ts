import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getShortestPaths } from 'xstate/graph';
import type { CaseInput } from '../../../src/core/gate/case-context.ts';
import type { CaseEvent, DeadlineName } from '../../../src/core/gate/case-events.ts';
import { caseMachine } from '../../../src/core/gate/case-machine.ts';
import { type CaseSnapshot, openCase } from '../../../src/core/gate/case-run.ts';
import { type CaseStep, stepCase, storedAndRestored, visible } from './case-run.ts';
import {
  caseInput,
  changesOf,
  deadlineEvents,
  enforcements,
  given,
  lifeEvents,
  needEvents,
  refused,
  timeEvents,
  turns,
} from './case-samples.ts';
import { watchCase } from './case-watch.ts';

const walks = 2000;
const stepsOfWalk = 30;

/** Every kind of case in which the gate behaves differently. */
const inputs: readonly CaseInput[] = [
  ...enforcements.flatMap((enforcement) => [
    caseInput(enforcement),
    caseInput(enforcement, { role: 'organizer' }),
  ]),
  caseInput('grace', { ownerDecided: true }),
  caseInput('enforce', { ownerDecided: true }),
  caseInput('enforce', { past: true }),
  caseInput('enforce', { overridden: true }),
  caseInput('enforce', { readerKnown: false }),
  caseInput('enforce', { skipped: 'own-hold' }),
  caseInput('enforce', {
    policy: { enforcement: { default: 'enforce' }, answerConfidence: 0.9, paused: true },
  }),
];

describe('a case', () => {
  it('keeps every promise on the shortest path to each of its states', () => {
    let paths = 0;
    for (const input of inputs) {
      const life = changesOf(input);
      const sets = isLively(input)
        ? [
            [...allEvents, ...life],
            [...changingEvents, refused()],
          ]
        : [[...coarseEvents, ...life]];
      for (const path of sets.flatMap((events) => pathsOf(input, events, 0))) {
        paths++;
        expectPromisesKept(input, path);
      }
    }
    expect(paths).toBeGreaterThan(4000);
  });

  it('keeps every promise on the shortest path to each state of a changed meeting', () => {
    const input = caseInput('grace');
    const paths = pathsOf(input, [...changingEvents, ...changesOf(input)], 1);
    for (const path of paths) expectPromisesKept(input, path);
    expect(paths.length).toBeGreaterThan(1000);
  });

  it(`keeps every promise on ${walks} random walks of up to ${stepsOfWalk} events, stored after each`, () => {
    const happenings = fc.array(anyEvent, { maxLength: stepsOfWalk, size: 'max' });
    fc.assert(fc.property(fc.constantFrom(...inputs), happenings, expectPromisesKeptFromStore), {
      numRuns: walks,
      seed: 20261121,
    });
  });
});

const allEvents = [...needEvents, ...timeEvents, ...lifeEvents, ...deadlineEvents];
/** Two revisions multiply, so that each question gets one answer of a kind. */
const coarseEvents = allEvents.filter(
  (event) =>
    !(event.type === 'NEED_JUDGED' && event.judgement.confidence < 0.9) &&
    !(event.type === 'TIME_CHECKED' && event.check.exemption !== 'none'),
);

/** What a change can turn around: need and time each there and back. */
const changingEvents = coarseEvents.filter(
  (event) =>
    !(event.type === 'NEED_JUDGED' && event.judgement.need === 'unclear') &&
    !(event.type === 'TIME_CHECKED' && event.check.ok === null),
);

/** A case in which the gate answers by itself; the others only have less to do. */
function isLively({ role, policy, skipped, ownerDecided, past }: CaseInput): boolean {
  const answers = policy.enforcement.default === 'grace' || policy.enforcement.default === 'enforce';
  return answers && role === 'invitee' && skipped === null && !policy.paused && !ownerDecided && !past;
}

/** Events on the shortest path to every state up to a number of changes; a state is all that is to be seen of it. */
function pathsOf(input: CaseInput, events: readonly CaseEvent[], revisions: number): CaseEvent[][] {
  const paths = getShortestPaths(caseMachine, {
    input,
    events: [...events],
    serializeState: (snapshot) => visible(snapshot as CaseSnapshot),
    stopWhen: (snapshot) => snapshot.context.revision > revisions,
    limit: 100_000,
  });
  return paths.map(({ steps }) =>
    steps.map(({ event }) => event).filter(({ type }) => !String(type).startsWith('xstate.')),
  );
}

/** An event that may depend on the case at the time it happens: deadlines know the revision they were set for. */
type Happening = (snapshot: CaseSnapshot) => CaseEvent;

const deadlines: readonly DeadlineName[] = ['question', 'offer', 'grace', 'thread', 'escalation'];

const anyEvent: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...needEvents).map((event) => () => event) },
  { weight: 6, arbitrary: fc.constantFrom(...timeEvents).map((event) => () => event) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...lifeEvents.filter(({ type }) => type !== 'CANCELLED' && type !== 'ENDED'))
      .map((event) => () => event),
  },
  { weight: 2, arbitrary: fc.constant(() => ({ type: 'JUSTIFIED' }) as const) },
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 3).map(changedAs) },
  { weight: 1, arbitrary: fc.constantFrom(...turns).map((event) => () => event) },
  { weight: 3, arbitrary: fc.tuple(fc.boolean(), fc.constantFrom(0, 0, 1)).map(outcomeAged) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...deadlines), fc.constantFrom(0, 0, 1)).map(deadlineAged),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<CaseEvent>({ type: 'CANCELLED' }, { type: 'ENDED' })
      .map((event) => () => event),
  },
);

function deadlineAged([deadline, age]: [DeadlineName, number]): Happening {
  return ({ context }) => ({ type: 'DEADLINE_PASSED', deadline, revision: context.revision - age });
}

/** A change that leaves the facts of the case as they are at that time. */
function changedAs(index: number): Happening {
  return ({ context }) => changesOf(context)[index] ?? refused();
}

function outcomeAged([taken, age]: [boolean, number]): Happening {
  return ({ context }) =>
    taken ? given('declined', context.revision - age) : refused(context.revision - age);
}

/** Replays a path under the watch. At its end (each beginning is a path of its own) the stored case goes on alike. */
function expectPromisesKept(input: CaseInput, events: readonly CaseEvent[]): void {
  const watch = watchCase(input);
  let { snapshot, effects } = openCase(input);
  const broken: string[] = effects.map(({ type }) => `starts with ${type}`);
  events.forEach((event, index) => {
    const step = stepCase(snapshot, event);
    broken.push(...watch(step));
    if (
      index === events.length - 1 &&
      outcomeOf(stepCase(storedAndRestored(snapshot), event)) !== outcomeOf(step)
    ) {
      broken.push('goes on differently after it was stored');
    }
    snapshot = step.after;
  });
  // One comparison a path: `expect` itself would take most of the time.
  if (broken.length > 0) expect({ input, events, broken }).toEqual({ input, events, broken: [] });
}

function outcomeOf({ after, effects }: CaseStep): string {
  return `${visible(after)} ${JSON.stringify(effects)}`;
}

function expectPromisesKeptFromStore(input: CaseInput, happenings: readonly Happening[]): void {
  const watch = watchCase(input);
  let { snapshot } = openCase(input);
  const taken: CaseEvent[] = [];
  for (const happening of happenings) {
    const event = happening(snapshot);
    taken.push(event);
    const step = stepCase(storedAndRestored(snapshot), event);
    const broken = watch(step);
    if (broken.length > 0) expect({ input, taken, broken }).toEqual({ input, taken, broken: [] });
    snapshot = step.after;
  }
}
