import { hasRole, type Viewer } from '../access/viewer.ts';
import { whoStopped } from '../brake/stop-answers.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { OrganizationSettings, PolicyDesk, TeamSettings } from '../ports/policy-desk.ts';
import type { PolicyGuide, RuleLevel } from '../ports/policy-guide.ts';
import type { MailboxSummary } from '../ports/store/mailboxes.ts';
import type { Fallback } from '../ports/store/organizations.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { figuresOf, type ShownFigures, separateGroups } from './group-figures.ts';
import { mailboxesByAddress, memberOf, type TeamMember } from './members.ts';

interface TeamView {
  readonly name: string;
  readonly leads: readonly string[];
  readonly members: readonly TeamMember[];
  readonly rules: readonly RuleLevel[];
  readonly figures: ShownFigures;
}

/** What an administrator sees besides the teams. */
interface OrganizationView {
  /** Address or `operator`; null where the brake is off, or they were erased. */
  readonly stoppedBy: string | null;
  /** Empty where the policy cannot be read. */
  readonly rules: readonly RuleLevel[];
  /** Every rule that there is. */
  readonly ruleNames: readonly string[];
  /** Null: everybody. */
  readonly pilot: OrganizationSettings['pilot'];
  /** Addresses of the pilot that no connected mailbox belongs to. */
  readonly pilotWithoutMailbox: readonly string[];
  /** Connected people whom no team names. */
  readonly others: readonly TeamMember[];
  readonly fallbacks: readonly Pick<Fallback, 'rule' | 'sinceMs' | 'answered' | 'forecast'>[];
}

/** Whom a lead or an administrator may steer, and how. */
export interface TeamsView {
  readonly policyVersion: number;
  /** False where the stored policy cannot be read: then there are no teams and no rules. */
  readonly isPolicyReadable: boolean;
  /** Since when nothing is answered; null where the brake is off. */
  readonly answersStoppedMs: number | null;
  readonly teams: readonly TeamView[];
  /** Null for those who are no administrator. */
  readonly organization: OrganizationView | null;
}

export interface TeamsDeps extends Pick<GateDeps, 'store' | 'clock'> {
  readonly desk: Pick<PolicyDesk, 'teams' | 'organization'>;
  readonly guide: Pick<PolicyGuide, 'teamRules' | 'organizationRules'>;
}

/** The teams that the viewer leads, for an administrator all; nothing of anybody's meetings. */
export function teamsView(deps: TeamsDeps, organizationId: string, viewer: Viewer): Promise<TeamsView> {
  return deps.store.inOrganization(organizationId, async (tx): Promise<TeamsView> => {
    const { policyText, policyVersion, answersStoppedMs } = await tx.organizations.read();
    const rules = deps.guide.organizationRules(policyText);
    const isPolicyReadable = rules !== null;
    const all = isPolicyReadable ? deps.desk.teams(policyText) : [];
    const summaries = await tx.mailboxes.summaries();
    const byAddress = mailboxesByAddress(summaries);
    const isAdministrator = hasRole(viewer, 'administrator');
    const shown = isAdministrator ? all : all.filter(({ name }) => viewer.ledTeams.includes(name));
    const rulesOf = (name: string) => deps.guide.teamRules(policyText, name) ?? [];
    const pilot = isPolicyReadable ? deps.desk.organization(policyText).pilot : null;
    return {
      ...{ policyVersion, isPolicyReadable, answersStoppedMs },
      teams: await teamsOf(tx, shown, { all, byAddress, rulesOf, nowMs: deps.clock.nowMs() }),
      organization: isAdministrator
        ? {
            ...{ rules: rules ?? [], pilot },
            pilotWithoutMailbox: withoutMailbox(pilot, all, byAddress),
            stoppedBy: answersStoppedMs === null ? null : await whoStopped(tx),
            ruleNames: (deps.guide.organizationRules(null) ?? []).map(({ rule }) => rule),
            others: withoutTeam(summaries, all),
            fallbacks: await tx.fallbacks.open(),
          }
        : null,
    };
  });
}

interface TeamFacts {
  /** Of the whole organization: figures are kept apart for everybody in the same way. */
  readonly all: readonly TeamSettings[];
  readonly byAddress: ReadonlyMap<string, MailboxSummary>;
  readonly rulesOf: (team: string) => readonly RuleLevel[];
  readonly nowMs: number;
}

async function teamsOf(
  tx: StoreTransaction,
  teams: readonly TeamSettings[],
  { all, byAddress, rulesOf, nowMs }: TeamFacts,
): Promise<readonly TeamView[]> {
  const idsOf = ({ members }: TeamSettings) => members.flatMap((address) => byAddress.get(address)?.id ?? []);
  const separate = separateGroups(all.map(idsOf));
  const separateNames = new Set(all.filter((_, index) => separate.has(index)).map(({ name }) => name));
  const views: TeamView[] = [];
  for (const team of teams) {
    const { name, leads, members } = team;
    const group = { mailboxIds: idsOf(team), isSeparate: separateNames.has(name) };
    views.push({
      ...{ name, leads },
      members: members.map((address) => memberOf(address, byAddress.get(address))),
      rules: rulesOf(name),
      figures: await figuresOf(tx, group, nowMs),
    });
  }
  return views;
}

function withoutMailbox(
  pilot: OrganizationSettings['pilot'],
  teams: readonly TeamSettings[],
  byAddress: ReadonlyMap<string, MailboxSummary>,
): readonly string[] {
  const names = new Set(teams.map(({ name }) => name));
  const addresses = (pilot?.group ?? []).filter((named) => !names.has(named));
  return addresses.filter((address) => (byAddress.get(address.toLowerCase())?.state ?? 'left') === 'left');
}

function withoutTeam(
  summaries: readonly MailboxSummary[],
  teams: readonly TeamSettings[],
): readonly TeamMember[] {
  const named = new Set(teams.flatMap(({ members }) => members));
  return summaries
    .filter(({ address, otherAddresses }) => ![address, ...otherAddresses].some((each) => named.has(each)))
    .map((mailbox) => memberOf(mailbox.address, mailbox));
}
