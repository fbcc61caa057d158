import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import { Refused } from './refused.tsx';
import { steerTexts } from './steer-texts.ts';
import type { ShownOrganization, TeamRefusal } from './team-view.ts';

const mostAddresses = 10;
const longestAddress = 120;

type PilotRefusal = Extract<TeamRefusal, { readonly form: 'pilot' }>;

/** For whom the gate acts, and from which day on. */
export function PilotForm({
  pilot,
  withoutMailbox,
  policyVersion,
  refusal,
  frame,
}: {
  pilot: ShownOrganization['pilot'];
  /** Addresses of the pilot that no mailbox here belongs to. */
  withoutMailbox: readonly string[];
  policyVersion: number;
  refusal: PilotRefusal | null;
  frame: PageFrame;
}) {
  const texts = steerTexts[frame.language].pilot;
  const { who, group, startDate } = refusal?.typed ?? asTyped(pilot);
  return (
    <section class="card" id="pilot">
      <h2>{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <form method="post" action="/team/pilot">
        <CsrfField frame={frame} />
        <input type="hidden" name="policyVersion" value={policyVersion} />
        {refusal !== null && <Refused refusal={refusal} frame={frame} />}
        <Field label={texts.who}>
          <label>
            <input type="radio" name="who" value="everybody" checked={who !== 'group'} /> {texts.everybody}
          </label>
          <label>
            <input type="radio" name="who" value="group" checked={who === 'group'} /> {texts.some}
          </label>
        </Field>
        <Field
          label={texts.group}
          hint={texts.groupHint}
          problem={refusal?.why === 'nobody-named' ? texts.nobodyNamed : null}
        >
          <textarea name="group" rows={4} value={group} spellcheck={false} />
        </Field>
        {withoutMailbox.length > 0 && (
          <ul class="hint">
            {withoutMailbox.slice(0, mostAddresses).map((address) => (
              <li>{texts.withoutMailbox(displayText(address, longestAddress))}</li>
            ))}
            {withoutMailbox.length > mostAddresses && <li>…</li>}
          </ul>
        )}
        <Field label={texts.start} hint={texts.startHint}>
          <input type="date" name="startDate" value={startDate} />
        </Field>
        <div class="actions">
          <button type="submit">{texts.save}</button>
        </div>
      </form>
    </section>
  );
}

function asTyped(pilot: ShownOrganization['pilot']): PilotRefusal['typed'] {
  const isGroup = pilot !== null && (pilot.group.length > 0 || pilot.nobody === true);
  return {
    who: isGroup ? 'group' : 'everybody',
    group: pilot?.group.join('\n') ?? '',
    startDate: pilot?.startDate ?? '',
  };
}
