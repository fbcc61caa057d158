import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import { peopleTexts } from './people-texts.ts';
import type { ChosenPerson } from './people-view.ts';

interface EraseProps {
  readonly chosen: ChosenPerson;
  readonly frame: PageFrame;
}

const longestProblem = 300;

/** What erasing does, and the next step: leave the mailbox, wait for that, or erase; or why there is none. */
export function EraseCard({ chosen, frame }: EraseProps) {
  const texts = peopleTexts[frame.language];
  const { refusal, bar } = chosen;
  return (
    <>
      {refusal !== null && (
        <p class="notice" role="alert">
          {texts.refusals[refusal.why]}{' '}
          {refusal.why === 'policy-refused' && (
            <span lang="en">{displayText(refusal.problem, longestProblem)}</span>
          )}
        </p>
      )}
      {refusal === null && bar !== null && <p class="notice">{texts.refusals[bar]}</p>}
      {bar === null && <Steps chosen={chosen} frame={frame} />}
      <p>
        <a href="/people">{texts.erase.back}</a>
      </p>
    </>
  );
}

function Steps({ chosen, frame }: EraseProps) {
  const texts = peopleTexts[frame.language].erase;
  const { state } = chosen;
  return (
    <>
      <ul>
        <li>{texts.removed}</li>
        <li>{texts.replaced}</li>
        <li>{texts.firstNames}</li>
        <li>{texts.kept}</li>
      </ul>
      {state === null || state === 'left' ? (
        <EraseForm chosen={chosen} frame={frame} />
      ) : (
        <LeaveForm chosen={chosen} frame={frame} />
      )}
    </>
  );
}

function LeaveForm({ chosen, frame }: EraseProps) {
  const texts = peopleTexts[frame.language].erase;
  const isLeaving = chosen.state === 'leaving';
  return (
    <section class="card" aria-labelledby="leave">
      <h2 id="leave">{texts.leaveTitle}</h2>
      <p>{isLeaving ? texts.waiting : texts.leave}</p>
      {isLeaving ? (
        <p class="actions">
          <a class="button quiet" href={`/people?address=${encodeURIComponent(chosen.address)}`}>
            {texts.look}
          </a>
        </p>
      ) : (
        <form method="post" action="/people/erase">
          <CsrfField frame={frame} />
          <input type="hidden" name="address" value={chosen.address} />
          <input type="hidden" name="step" value="leave" />
          <button type="submit" class="danger">
            {texts.leaveButton}
          </button>
        </form>
      )}
    </section>
  );
}

function EraseForm({ chosen, frame }: EraseProps) {
  const texts = peopleTexts[frame.language].erase;
  return (
    <section class="card" aria-labelledby="erase">
      <h2 id="erase">{texts.eraseTitle}</h2>
      <form method="post" action="/people/erase">
        <CsrfField frame={frame} />
        <input type="hidden" name="address" value={chosen.address} />
        <input type="hidden" name="step" value="erase" />
        <Field label={texts.repeat} hint={texts.repeatHint}>
          <input name="repeated" type="email" required autocomplete="off" />
        </Field>
        <button type="submit" class="danger">
          {texts.eraseButton}
        </button>
      </form>
    </section>
  );
}
