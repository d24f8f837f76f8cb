import { STATUS_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { ProblemList } from '../../components/problem-list.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { restoreServiceMutation, serviceHistoryQuery } from './manage-register.graphql.js';

type Row = ResultOf<typeof serviceHistoryQuery>['serviceHistory'][number];

const CHANGES: Readonly<Record<string, string>> = {
  added: 'entered',
  changed: 'changed',
  confirmed: 'confirmed',
  closed: 'closed',
  restored: 'earlier state brought back',
};

interface ServiceHistoryProps {
  readonly id: string;
  readonly revision: number;
  readonly onDone: (what: string) => void;
}

/** Every revision of a service; each can be brought back, as a new one. */
export function ServiceHistory({ id, revision, onDone }: ServiceHistoryProps) {
  const [{ data }] = useQuery({
    query: serviceHistoryQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching }, restore] = useMutation(restoreServiceMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const bringBack = async (wanted: number) => {
    if (fetching) return;
    const { data: done, error } = await restore({ id, revision: wanted, expectedRevision: revision });
    const outcome = done?.restoreService;
    if (outcome?.__typename === 'RegisterService') onDone(`Revision ${wanted} holds again.`);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <section aria-labelledby="service-history">
      <h2 id="service-history">History</h2>
      <ProblemList heading="Nothing was brought back" problems={problems} />
      <DataTable<Row>
        caption="Revisions, the latest first"
        columns={[
          { id: 'revision', heading: 'Revision', names: true, cell: (row) => row.revision },
          { id: 'at', heading: 'When', cell: ({ at }) => formatMoment(at) },
          { id: 'change', heading: 'What', cell: ({ change }) => CHANGES[change] ?? change },
          {
            id: 'changed',
            heading: 'Facts',
            cell: ({ changed }) => (changed.length === 0 ? 'none changed' : changed.join(', ')),
          },
          { id: 'status', heading: 'Status', cell: ({ status }) => STATUS_WORDS[status] },
          {
            id: 'restore',
            heading: 'Bring back',
            cell: (row) =>
              row.revision === revision ? (
                'holds now'
              ) : (
                <button
                  type="button"
                  className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                  aria-disabled={fetching}
                  onClick={() => void bringBack(row.revision)}
                >
                  Bring back<span className="nhsuk-u-visually-hidden"> revision {row.revision}</span>
                </button>
              ),
          },
        ]}
        rows={data?.serviceHistory ?? []}
        keyOf={(row) => String(row.revision)}
      />
    </section>
  );
}
