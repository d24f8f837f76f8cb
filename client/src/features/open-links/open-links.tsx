import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { Permitted } from '../../components/permitted.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { NewOpenLinkForm } from './new-open-link-form.js';
import { openLinksQuery, type ShownOpenLink, switchOpenLinkMutation } from './open-links.graphql.js';

/** The open links of a round: made, switched on and off, and what came of each. For the survey lead. */
export function OpenLinks({ roundId }: { readonly roundId: string }) {
  return <Permitted any={['ManageOpenLinks']}>{() => <Links roundId={roundId} />}</Permitted>;
}

function Links({ roundId }: { readonly roundId: string }) {
  const [{ data, error }, again] = useQuery({
    query: openLinksQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [switching, turn] = useMutation(switchOpenLinkMutation);
  const [last, setLast] = useState('');
  const reload = () => again({ requestPolicy: 'network-only' });
  const flip = async ({ id, isOn, label }: ShownOpenLink) => {
    const { error: refused } = await turn({ id, on: !isOn });
    if (refused) return;
    setLast(`${label} is switched ${isOn ? 'off' : 'on'}.`);
    reload();
  };

  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the open links" />;
  const links = data.openLinks;
  return (
    <>
      <h2>Open links</h2>
      <p>
        An open link goes to a whole mailing list. Whoever follows it chooses a hospital and gets a link of
        their own. Give each list a link of its own to see what came of it.
      </p>
      {switching.error && <ProblemNotice problem={toProblem(switching.error)} />}
      <p role="status">{last}</p>
      {links.length === 0 ? (
        <p>This round has no open link yet.</p>
      ) : (
        <DataTable<ShownOpenLink>
          caption="Open links, the newest first"
          columns={[
            { id: 'label', heading: 'List', names: true, cell: ({ label }) => label },
            {
              id: 'url',
              heading: 'Address',
              cell: ({ url }) => <span className="la-hash">{url}</span>,
            },
            { id: 'opened', heading: 'Opened', numeric: true, cell: ({ opened }) => opened },
            { id: 'started', heading: 'Started', numeric: true, cell: ({ started }) => started },
            { id: 'submitted', heading: 'Submitted', numeric: true, cell: ({ submitted }) => submitted },
            { id: 'made', heading: 'Made', cell: ({ createdAt }) => formatMoment(createdAt) },
            {
              id: 'state',
              heading: 'State',
              cell: (link) => (
                <>
                  {link.isOn ? 'On' : 'Off'}{' '}
                  <button
                    type="button"
                    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                    aria-disabled={switching.fetching}
                    onClick={() => void (switching.fetching ? undefined : flip(link))}
                  >
                    Switch {link.isOn ? 'off' : 'on'}
                    <span className="nhsuk-u-visually-hidden"> {link.label}</span>
                  </button>
                </>
              ),
            },
          ]}
          rows={links}
          keyOf={({ id }) => id}
        />
      )}
      <p className="la-source">
        Opened: somebody chose a hospital and pressed Start. Started: answered beyond the hospital. Switching
        a link off ends no form that was begun with it.
      </p>
      <NewOpenLinkForm
        roundId={roundId}
        onMade={(label) => {
          setLast(`${label} has its link, switched on.`);
          reload();
        }}
      />
    </>
  );
}
