import type { SchemeContent } from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import { readSchemeFile } from '@liaison-atlas/shared/commissioning/scheme/scheme-file';
import { LEVEL_WORDS } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { ProblemList } from '../../components/problem-list.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { NewScheme } from './new-scheme.js';
import { contentOf, mySchemesQuery } from './schemes.graphql.js';

/** `/schemes`: one's own schemes, beginning one, and reading one in from a file. */
export function MySchemes() {
  const [{ data, error }, again] = useQuery({ query: mySchemesQuery, requestPolicy: 'cache-and-network' });
  const [file, setFile] = useState<{ readonly area: string; readonly fields: SchemeContent }>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="your schemes" />;
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const result = readSchemeFile(await chosen.text());
    setFile(result.ok ? result.value : undefined);
    setProblems(result.ok ? [] : result.problems);
  };
  return (
    <>
      <InsetText>
        <p>
          A scheme is seen by those whom its owner lets in, and by nobody else: not by administrators, and not
          by the people who run the survey. It is erased when it has not been changed for long;{' '}
          <Link to="/privacy">how long</Link>. Name roles rather than people.
        </p>
      </InsetText>
      {data.mySchemes.length === 0 ? (
        <p>You are in no scheme yet.</p>
      ) : (
        <DataTable
          caption="Your schemes, the last changed first"
          columns={[
            {
              id: 'title',
              heading: 'Scheme',
              names: true,
              cell: (one) => (
                <Link to={`/schemes/${one.id}`}>
                  {contentOf(one)['title'] ?? `Scheme for ${one.areaName}`}
                </Link>
              ),
            },
            { id: 'area', heading: 'Area', cell: ({ areaName }) => areaName },
            { id: 'level', heading: 'You', cell: ({ level }) => LEVEL_WORDS[level] },
            { id: 'changed', heading: 'Changed', cell: ({ changedAt }) => formatMoment(changedAt) },
          ]}
          rows={data.mySchemes}
          keyOf={({ id }) => id}
        />
      )}
      <p>
        <a href="/manage/v1/my-schemes.json">Everything in your schemes, as one file</a>
      </p>
      <h2>Begin a scheme</h2>
      <NewScheme
        key={file === undefined ? 'new' : JSON.stringify(file)}
        fields={file?.fields ?? {}}
        area={file?.area}
      />
      <h2>From a file</h2>
      <ProblemList heading="Nothing was read in" problems={problems} />
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="scheme-file">
          Read in a scheme that was downloaded as JSON
        </label>
        <input
          className="nhsuk-file-upload"
          id="scheme-file"
          type="file"
          accept="application/json,.json"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
      {file && (
        <p role="status">
          {Object.keys(file.fields).length} entries were read. Choose “Begin the scheme” above to keep them.
        </p>
      )}
    </>
  );
}
