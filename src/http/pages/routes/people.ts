import type { Response, Router } from 'express';
import {
  type EraseBar,
  type EraseDeps,
  type ErasedPerson,
  eraseBar,
  erasePerson,
} from '../../../app/people/erase-person.ts';
import { type KnownPerson, listPeople } from '../../../app/people/list-people.ts';
import { fieldOf } from '../form-fields.ts';
import type { PageAccess } from '../page-access.ts';
import { type PageHandler, pageRouter } from '../page-router.ts';
import { seeOther, sendPage } from '../send.ts';
import type { Frame, Visit } from '../visit.ts';

/** Why somebody was not erased. */
type EraseRefusal =
  | { readonly why: 'not-an-address' | 'not-repeated' }
  | { readonly why: 'oneself' | 'has-role' | 'still-connected' | 'being-left' }
  | { readonly why: 'policy-refused'; readonly problem: string };

/** Somebody who may be erased, on the way there. */
interface ChosenPerson {
  readonly address: string;
  /** Null: no mailbox of theirs was ever connected. */
  readonly state: KnownPerson['state'] | null;
  readonly refusal: EraseRefusal | null;
  /** Why they cannot be erased, whatever is asked for; null where they can. */
  readonly bar: EraseBar | null;
}

interface PeopleView {
  readonly people: readonly KnownPerson[];
  readonly chosen: ChosenPerson | null;
}

export interface PeopleRouteDeps {
  readonly access: PageAccess;
  readonly deps: EraseDeps;
  readonly pages: { readonly people: (view: PeopleView, frame: Frame) => string };
}

/** Enough to catch a slip of the hand. */
const addressForm = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

/**
 * `GET /people`: everybody with a mailbox, and with `address` the way to erase one of them. `POST /people/erase` takes
 * `step` (`leave`: the gate leaves their mailbox; `erase`), `address`, and for the latter `repeated`, the same again.
 */
export function peopleRoutes(routes: PeopleRouteDeps): Router {
  return pageRouter(routes.access)
    .get('/people', async (request, response, visit) => {
      const { address } = request.query;
      const given = typeof address === 'string' ? asAddress(address) : '';
      await show(routes, response, visit, given === '' ? null : { address: given, refusal: null });
    })
    .post('/people/erase', erase(routes)).router;
}

function erase(routes: PeopleRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const address = asAddress(fieldOf(form, 'address'));
    const leave = fieldOf(form, 'step') === 'leave';
    const refuse = (refusal: EraseRefusal) => show(routes, response, visit, { address, refusal });
    if (!addressForm.test(address)) return await refuse({ why: 'not-an-address' });
    if (!leave && asAddress(fieldOf(form, 'repeated')) !== address)
      return await refuse({ why: 'not-repeated' });
    const actor = visit.viewer.address;
    const erased = await erasePerson(routes.deps, visit.organizationId, address, { leave, actor });
    if (erased.kind === 'erased') return seeOther(response, '/people', 'erased');
    if (leave && erased.kind === 'being-left')
      return seeOther(response, `/people?address=${encodeURIComponent(address)}`, 'leaving');
    await refuse(refusalOf(erased));
  };
}

function refusalOf(refused: Exclude<ErasedPerson, { kind: 'erased' }>): EraseRefusal {
  if (refused.kind !== 'policy-refused') return { why: refused.kind };
  const [first] = refused.problems;
  const problem = first === undefined ? '' : `${first.key}: ${first.what}; ${first.remedy}`;
  return { why: 'policy-refused', problem };
}

async function show(
  { deps, pages }: PeopleRouteDeps,
  response: Response,
  { organizationId, viewer, frame }: Visit,
  chosen: Pick<ChosenPerson, 'address' | 'refusal'> | null,
): Promise<void> {
  const people = await listPeople(deps, organizationId);
  const state = people.find(({ address }) => address === chosen?.address)?.state ?? null;
  const bar = chosen && (await eraseBar(deps, organizationId, chosen.address, viewer.address));
  const view = { people, chosen: chosen && { ...chosen, state, bar } };
  await sendPage(response, pages.people(view, frame), chosen?.refusal ? 422 : 200);
}

function asAddress(text: string): string {
  return text.trim().toLowerCase().slice(0, 320);
}
