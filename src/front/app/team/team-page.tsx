import { displayText } from '../../plain-text.ts';
import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { Empty } from '../parts.tsx';
import { Brake, Fallbacks } from './brake-cards.tsx';
import { Figures, MemberList } from './member-list.tsx';
import { PilotForm } from './pilot-form.tsx';
import { RefusedOnTop } from './refused.tsx';
import { LevelLegend, RulesForm } from './rules-form.tsx';
import { teamTexts } from './team-texts.ts';
import type { ShownOrganization, ShownTeam, TeamRefusal, TeamsPage } from './team-view.ts';
import { UndoRuleForm } from './undo-rule.tsx';

const longestName = 80;
const mostNames = 5;

interface Shown {
  readonly view: TeamsPage;
  /** A form that was not carried out; null where none was. */
  readonly refusal: TeamRefusal | null;
  readonly frame: PageFrame;
}

/** The teams of a lead, for an administrator all of them, with brake, pilot and undo. Shows nothing of any meeting. */
export function teamPage(view: TeamsPage, refusal: TeamRefusal | null, frame: PageFrame): string {
  const texts = teamTexts[frame.language];
  const shown = { view, refusal, frame };
  const { organization } = view;
  const said = frame.said !== null && Object.hasOwn(texts.said, frame.said) ? texts.said[frame.said] : null;
  return appPage(
    frame,
    { title: texts.title, current: 'team', said: said ?? null, isRefused: refusal !== null },
    <>
      <h1>{texts.title}</h1>
      {refusal !== null && <RefusedOnTop formId={formIdOf(refusal, view)} {...{ refusal, frame }} />}
      <p class="lead">{texts.lead}</p>
      {!view.isPolicyReadable && (
        <p class="notice" role="alert">
          {texts.unreadable} <a href="/policy">{texts.toPolicy}</a>
        </p>
      )}
      <Brake
        stoppedMs={view.answersStoppedMs}
        stoppedBy={organization?.stoppedBy ?? null}
        mayPull={organization !== null}
        frame={frame}
      />
      {organization !== null && <Fallbacks fallbacks={organization.fallbacks} frame={frame} />}
      {view.isPolicyReadable && <Teams {...shown} />}
      {organization !== null && <Organization organization={organization} {...shown} />}
    </>,
  );
}

/** Where the form is on the page; null where the page no longer has it. */
function formIdOf(refusal: TeamRefusal, { teams, organization }: TeamsPage): string | null {
  if (refusal.form === 'enforcement' && refusal.team !== null) {
    const index = teams.findIndex(({ name }) => name === refusal.team);
    return index < 0 ? null : `team-${index}-rules`;
  }
  if (organization === null) return null;
  return refusal.form === 'enforcement' ? 'everybody-rules' : refusal.form;
}

function Teams({ view, refusal, frame }: Shown) {
  const texts = teamTexts[frame.language];
  if (view.teams.length === 0) {
    const text = view.organization === null ? texts.none.lead : texts.none.administrator;
    return <Empty title={texts.none.title} text={text} action={{ label: texts.toPolicy, href: '/policy' }} />;
  }
  return (
    <>
      {view.teams.map((team, index) => (
        <Team id={`team-${index}`} team={team} view={view} refusal={refusal} frame={frame} />
      ))}
      <LevelLegend frame={frame} />
    </>
  );
}

function Team({ id, team, view, refusal, frame }: Shown & { id: string; team: ShownTeam }) {
  const texts = teamTexts[frame.language];
  const name = displayText(team.name, longestName);
  const own = refusal?.form === 'enforcement' && refusal.team === team.name ? refusal : null;
  return (
    <section id={id} class="team" aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{name}</h2>
      {team.leads.length > 0 && <p class="soft">{texts.members.leads(namesText(team.leads))}</p>}
      <div class="card">
        <h3>{texts.members.title}</h3>
        <MemberList members={team.members} frame={frame} />
        <Figures figures={team.figures} frame={frame} />
        <details open={own !== null || team.rules.some(({ ignored }) => ignored !== null)}>
          <summary>
            {texts.rules.title}
            {' · '}
            {texts.rules.own(team.rules.filter(({ stated }) => stated !== null).length)}
          </summary>
          <p class="hint">{texts.rules.hint}</p>
          <RulesForm
            {...{ id, frame, policyVersion: view.policyVersion, rules: team.rules, refusal: own }}
            team={{ name: team.name, shownName: name }}
          />
        </details>
      </div>
    </section>
  );
}

function Organization({
  organization,
  view,
  refusal,
  frame,
}: Shown & { readonly organization: ShownOrganization }) {
  const texts = teamTexts[frame.language];
  const { policyVersion } = view;
  const ofForm = <Form extends TeamRefusal['form']>(form: Form) =>
    refusal?.form === form ? (refusal as Extract<TeamRefusal, { readonly form: Form }>) : null;
  const rulesRefusal = ofForm('enforcement');
  return (
    <>
      {organization.others.length > 0 && (
        <section class="card">
          <h2>{texts.others.title}</h2>
          <p class="soft">{texts.others.hint}</p>
          <MemberList members={organization.others} frame={frame} />
        </section>
      )}
      {organization.rules.length > 0 && (
        <section class="card" id="everybody">
          <h2>{texts.rules.organizationTitle}</h2>
          <p class="soft">{texts.rules.organizationHint}</p>
          <RulesForm
            {...{ id: 'everybody', frame, policyVersion, rules: organization.rules, team: null }}
            refusal={rulesRefusal?.team === null ? rulesRefusal : null}
          />
        </section>
      )}
      {view.teams.length === 0 && <LevelLegend frame={frame} />}
      <div class="grid-2">
        {view.isPolicyReadable && (
          <PilotForm
            {...{ pilot: organization.pilot, policyVersion, frame, refusal: ofForm('pilot') }}
            withoutMailbox={organization.pilotWithoutMailbox}
          />
        )}
        <UndoRuleForm rules={organization.ruleNames} refusal={ofForm('undo-rule')} frame={frame} />
      </div>
    </>
  );
}

function namesText(addresses: readonly string[]): string {
  const shown = addresses.slice(0, mostNames).map((address) => displayText(address, longestName));
  return addresses.length > mostNames ? `${shown.join(', ')} …` : shown.join(', ');
}
