import type { StoreTransaction } from '../app/ports/store/store.ts';
import { answersIn } from './answers.ts';
import { caseLogIn } from './case-log.ts';
import { casesIn } from './cases.ts';
import { deadlinesIn } from './deadlines.ts';
import { earlierPoliciesIn } from './earlier-policies.ts';
import { effectsIn } from './effects.ts';
import { erasingIn, type ForgetJobs } from './erasing.ts';
import { fallbacksIn } from './fallbacks.ts';
import { groupFiguresIn } from './group-figures.ts';
import { holdsIn } from './holds.ts';
import { identitiesIn } from './identities.ts';
import { inboxIn } from './inbox.ts';
import { linksIn } from './links.ts';
import { mailboxesIn } from './mailboxes.ts';
import { meetingsIn } from './meetings.ts';
import { offersIn } from './offers.ts';
import { organizationsIn } from './organizations.ts';
import type { Scope } from './scope.ts';
import { sessionsIn } from './sessions.ts';
import { signInsIn } from './sign-ins.ts';
import { subscriptionsIn } from './subscriptions.ts';
import { threadsIn } from './threads.ts';

/** All tables of one organization, in one transaction. */
export function storeTransaction(
  scope: Scope,
  jobs: StoreTransaction['jobs'],
  audit: StoreTransaction['audit'],
  forgetJobs: ForgetJobs,
): StoreTransaction {
  return {
    organizationId: scope.organizationId,
    organizations: organizationsIn(scope),
    earlierPolicies: earlierPoliciesIn(scope),
    fallbacks: fallbacksIn(scope),
    mailboxes: mailboxesIn(scope),
    subscriptions: subscriptionsIn(scope),
    inbox: inboxIn(scope),
    meetings: meetingsIn(scope),
    cases: casesIn(scope),
    log: caseLogIn(scope),
    deadlines: deadlinesIn(scope),
    effects: effectsIn(scope),
    answers: answersIn(scope),
    groupFigures: groupFiguresIn(scope),
    offers: offersIn(scope),
    links: linksIn(scope),
    threads: threadsIn(scope),
    holds: holdsIn(scope),
    sessions: sessionsIn(scope),
    signIns: signInsIn(scope),
    identities: identitiesIn(scope),
    audit,
    erasing: erasingIn(scope, forgetJobs),
    jobs,
  };
}
