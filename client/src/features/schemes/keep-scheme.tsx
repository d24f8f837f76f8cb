import { changesTo } from '@liaison-atlas/shared/commissioning/scheme/change-scheme';
import { findSchemeField } from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import { valueWords } from '@liaison-atlas/shared/commissioning/scheme/scheme-file';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { forgetKept, keptForScheme } from '../../lib/kept-for-scheme.js';
import { toProblem } from '../../lib/to-problem.js';
import { NewScheme } from './new-scheme.js';
import { contentOf, mySchemesQuery, saveSchemeMutation } from './schemes.graphql.js';

/** `/schemes/keep`: what waits in this browser, and for those who have signed in the scheme to put it into. */
export function KeepScheme({ signedIn }: { readonly signedIn: boolean }) {
  const [fields] = useState(() => keptForScheme(Date.now()));
  const entries = Object.entries(fields);
  if (entries.length === 0)
    return (
      <p>
        Nothing waits to be kept. <Link to="/schemes">Your schemes</Link>
      </p>
    );
  return (
    <>
      <p>
        {entries.length} {entries.length === 1 ? 'entry waits' : 'entries wait'} in this browser for a day,
        and nowhere else, until you put {entries.length === 1 ? 'it' : 'them'} into a scheme:
      </p>
      <ul>
        {entries.slice(0, 12).map(([key, value]) => (
          <li key={key}>
            {findSchemeField(key)?.label}: {valueWords(key, value)}
          </li>
        ))}
        {entries.length > 12 && <li>and {entries.length - 12} more</li>}
      </ul>
      {signedIn ? (
        <Choose fields={fields} />
      ) : (
        <p>
          <Link to="/sign-in">Sign in</Link> to keep this in a private scheme. You come back here.
        </p>
      )}
    </>
  );
}

function Choose({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  const [{ data, error }] = useQuery({ query: mySchemesQuery, requestPolicy: 'network-only' });
  const [id, setId] = useState('');
  const [{ error: failed }, save] = useMutation(saveSchemeMutation);
  const navigate = useNavigate();
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <Loading what="your schemes" />;
  const open = data.mySchemes.filter(({ level }) => level !== 'view');
  const put = async () => {
    const scheme = open.find((one) => one.id === id);
    if (scheme === undefined) return;
    const stored = contentOf(scheme);
    const { data: saved } = await save({
      input: { id, changes: [...changesTo(stored, { ...stored, ...fields })] },
    });
    if (saved?.saveScheme.__typename !== 'Scheme') return;
    forgetKept();
    await navigate(`/schemes/${id}`);
  };
  return (
    <>
      {failed && <ProblemNotice problem={toProblem(failed)} />}
      {open.length > 0 && (
        <section aria-labelledby="into">
          <h2 id="into">Put it into one of your schemes</h2>
          <p>What stands in the same places there is replaced; its history keeps it.</p>
          <SelectField
            label="Scheme"
            value={id}
            choices={[
              { value: '', label: 'Choose a scheme' },
              ...open.map((one) => ({
                value: one.id,
                label: contentOf(one)['title'] ?? `Scheme for ${one.areaName}`,
              })),
            ]}
            onChange={setId}
          />
          <button type="button" className="nhsuk-button" aria-disabled={id === ''} onClick={() => void put()}>
            Put it there
          </button>
        </section>
      )}
      <section aria-labelledby="begin">
        <h2 id="begin">Or begin a scheme with it</h2>
        <NewScheme fields={fields} onMade={forgetKept} />
      </section>
    </>
  );
}
