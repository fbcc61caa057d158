import { displayText } from '../../plain-text.ts';
import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { Badge, Empty, Field } from '../parts.tsx';
import { EraseCard } from './erase-card.tsx';
import { peopleTexts } from './people-texts.ts';
import type { PeopleView } from './people-view.ts';

const longestAddress = 120;

/** Everybody with a mailbox; or one of them, on the way to be erased. */
export function peoplePage(view: PeopleView, frame: PageFrame): string {
  const texts = peopleTexts[frame.language];
  const { chosen } = view;
  const said = frame.said !== null && Object.hasOwn(texts.said, frame.said) ? texts.said[frame.said] : null;
  const address = displayText(chosen?.address ?? '', longestAddress);
  const title = chosen === null ? texts.title : texts.erase.title(address);
  return appPage(
    frame,
    { title, current: 'people', said: said ?? null },
    <>
      <h1>{title}</h1>
      {chosen === null ? (
        <Everybody view={view} frame={frame} />
      ) : (
        <EraseCard chosen={chosen} frame={frame} />
      )}
    </>,
  );
}

function Everybody({ view: { people }, frame }: { readonly view: PeopleView; readonly frame: PageFrame }) {
  const texts = peopleTexts[frame.language];
  return (
    <>
      <p class="lead">{texts.lead}</p>
      {people.length === 0 ? (
        <Empty {...texts.none} />
      ) : (
        <section class="card" aria-labelledby="mailboxes">
          <h2 id="mailboxes">{texts.list}</h2>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{texts.columns.person}</th>
                <th scope="col">{texts.columns.state}</th>
                <th scope="col">{texts.columns.act}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ address, state }) => (
                <tr key={address}>
                  <th scope="row" class="people-address">
                    {displayText(address, longestAddress)}
                  </th>
                  <td>
                    <Badge tone={state === 'active' ? 'done' : 'unclear'}>{texts.states[state]}</Badge>
                  </td>
                  <td>
                    <a
                      href={`/people?address=${encodeURIComponent(address)}`}
                      aria-label={texts.chooseWhom(displayText(address, longestAddress))}
                    >
                      {texts.choose}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section class="card" aria-labelledby="other">
        <h2 id="other">{texts.other.title}</h2>
        <p>{texts.other.text}</p>
        <form method="get" action="/people">
          <Field label={texts.other.label}>
            <input name="address" type="email" required autocomplete="off" />
          </Field>
          <button type="submit" class="quiet">
            {texts.other.go}
          </button>
        </form>
      </section>
    </>
  );
}
