import { useState } from 'react';
import { useMutation } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { restoreCodebookMutation, type ShownCodebook } from './manage-codebook.graphql.js';

interface CodebookHistoryProps {
  readonly codebook: ShownCodebook;
  readonly mayChange: boolean;
  readonly onStored: () => void;
}

type Version = ShownCodebook['versions'][number];

/** Every version; each earlier one can be brought back as the next. */
export function CodebookHistory({ codebook, mayChange, onStored }: CodebookHistoryProps) {
  const [{ error, fetching }, restore] = useMutation(restoreCodebookMutation);
  const [asking, setAsking] = useState(0);
  const run = async (version: number) => {
    if (fetching) return;
    const input = { id: codebook.id, expectedVersion: codebook.version, version };
    const { data } = await restore({ input });
    setAsking(0);
    if (data) onStored();
  };
  const action = ({ version }: Version) => {
    if (version === codebook.version) return 'holds now';
    if (!mayChange) return '';
    return asking === version ? (
      <>
        <button type="button" className="la-link-button" onClick={() => void run(version)}>
          Yes, as version {codebook.version + 1}
        </button>{' '}
        <button type="button" className="la-link-button" onClick={() => setAsking(0)}>
          No
        </button>
      </>
    ) : (
      <button type="button" className="la-link-button" onClick={() => setAsking(version)}>
        Bring back<span className="nhsuk-u-visually-hidden"> version {version}</span>
      </button>
    );
  };
  return (
    <section aria-labelledby="history">
      <h2 id="history">Versions</h2>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <DataTable
        caption="Versions, the newest first"
        columns={[
          { id: 'version', heading: 'Version', names: true, cell: ({ version }: Version) => version },
          {
            id: 'change',
            heading: 'Change',
            cell: ({ change, note }: Version) => (note ? `${change}: ${note}` : change),
          },
          { id: 'at', heading: 'When', cell: ({ at }: Version) => formatMoment(at) },
          { id: 'codes', heading: 'Codes', numeric: true, cell: ({ codeCount }: Version) => codeCount },
          { id: 'do', heading: 'State', cell: action },
        ]}
        rows={codebook.versions}
        keyOf={({ version }) => String(version)}
      />
    </section>
  );
}
