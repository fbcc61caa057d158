import type { Enforcement } from '../../../core/meeting/policy.ts';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField } from '../parts.tsx';
import { Refused } from './refused.tsx';
import { levels, levelTexts, ruleText } from './rule-texts.ts';
import { teamTexts } from './team-texts.ts';
import type { ShownRule, TeamRefusal } from './team-view.ts';

type RulesRefusal = Extract<TeamRefusal, { readonly form: 'enforcement' }>;

interface RulesFormProps {
  /** Distinguishes the fields of several forms on one page. */
  readonly id: string;
  /** Null: the organization's. */
  readonly team: { readonly name: string; readonly shownName: string } | null;
  readonly rules: readonly ShownRule[];
  readonly policyVersion: number;
  readonly refusal: RulesRefusal | null;
  readonly frame: PageFrame;
}

/** How hard each rule acts at one level; one select each, with what is inherited and what is closed. */
export function RulesForm({ id, team, rules, policyVersion, refusal, frame }: RulesFormProps) {
  const texts = teamTexts[frame.language].rules;
  return (
    <form id={`${id}-rules`} method="post" action="/team/enforcement" class="team-rules">
      <CsrfField frame={frame} />
      <input type="hidden" name="policyVersion" value={policyVersion} />
      <input type="hidden" name="team" value={team?.name ?? ''} />
      {refusal !== null && <Refused {...{ refusal, frame }} />}
      {rules.some(({ choices }) => !choices.includes('enforce')) && <p class="hint">{texts.mayNotClosed}</p>}
      <div class="team-rule-list">
        {rules.map((rule) => (
          <RuleField id={`${id}-${rule.rule}`} {...{ rule, refusal, frame }} isTeam={team !== null} />
        ))}
      </div>
      <div class="actions">
        <button type="submit">{team === null ? texts.saveOrganization : texts.save(team.shownName)}</button>
      </div>
    </form>
  );
}

interface RuleFieldProps {
  readonly id: string;
  readonly rule: ShownRule;
  readonly isTeam: boolean;
  readonly refusal: RulesRefusal | null;
  readonly frame: PageFrame;
}

function RuleField({ id, rule, isTeam, refusal, frame }: RuleFieldProps) {
  const texts = teamTexts[frame.language].rules;
  const names = levelTexts[frame.language];
  const { name, when } = ruleText(rule.rule, frame.language);
  const typed = refusal !== null && Object.hasOwn(refusal.typed, rule.rule) ? refusal.typed[rule.rule] : null;
  const value = typed ?? rule.stated ?? '';
  const problem = problemOf(rule, refusal, frame);
  const above = isTeam ? texts.asAbove : texts.asShipped;
  const says = { above, default: texts.asOthers, 'go-async': texts.asUmbrella };
  const inherited = says[rule.inheritedFrom](names[rule.inherited].name);
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <p class="hint" id={`${id}-hint`}>
        {when}
      </p>
      <input type="hidden" name={`was.${rule.rule}`} value={rule.stated ?? ''} />
      <select
        {...{ id, name: `rule.${rule.rule}` }}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
        {...(problem !== null && { 'aria-invalid': 'true' as const })}
      >
        <option value="" selected={value === ''}>
          {inherited}
        </option>
        {levels.map((level) => (
          <option value={level} selected={value === level} disabled={isClosed(rule, level, value)}>
            {names[level].name}
          </option>
        ))}
      </select>
      {problem !== null && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** What is chosen stays open even where it does not hold: a browser would choose something else instead. */
function isClosed({ choices }: ShownRule, level: Enforcement, chosen: string): boolean {
  return !choices.includes(level) && level !== chosen;
}

function problemOf(rule: ShownRule, refusal: RulesRefusal | null, frame: PageFrame): string | null {
  const texts = teamTexts[frame.language].rules;
  const names = levelTexts[frame.language];
  const refused = refusal?.levels.find((level) => level.rule === rule.rule);
  if (refused) {
    const say = refused.why === 'weaker' ? texts.weaker : texts.mayNot;
    return say(names[refused.wanted].name, names[refused.holds].name);
  }
  if (rule.stated === null || rule.ignored === null) return null;
  const say = rule.ignored === 'weaker' ? texts.weaker : texts.mayNot;
  return say(names[rule.stated].name, names[rule.inForce].name);
}

/** One line for each level, from soft to hard. */
export function LevelLegend({ frame }: { frame: PageFrame }) {
  const texts = teamTexts[frame.language].rules;
  return (
    <section class="card">
      <h2>{texts.levels}</h2>
      <dl class="team-levels">
        {levels.map((level) => {
          const { name, means } = levelTexts[frame.language][level];
          return (
            <div>
              <dt>{name}</dt>
              <dd>{means}</dd>
            </div>
          );
        })}
      </dl>
      <p class="hint">{texts.outlook}</p>
    </section>
  );
}
