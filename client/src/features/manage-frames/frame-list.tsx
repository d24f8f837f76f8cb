import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { CreateFrame } from './create-frame.js';
import { framesQuery, type ListedSamplingFrame } from './manage-frames.graphql.js';

/** Every frame with its state, size, day and hash; and the way to begin another. */
export function FrameList() {
  const [{ data, error }, again] = useQuery({ query: framesQuery, requestPolicy: 'cache-and-network' });
  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the frames" />;
  return (
    <>
      <p>
        A frame says which hospitals a round asks. It begins as a draft; once frozen it never changes, and
        every figure names it.
      </p>
      {data.samplingFrames.length === 0 ? (
        <InsetText>
          <p>There is no frame yet. Begin one below.</p>
        </InsetText>
      ) : (
        <DataTable
          caption="Sampling frames, the newest first"
          columns={[
            {
              id: 'title',
              heading: 'Frame',
              names: true,
              cell: ({ id, title }: ListedSamplingFrame) => (
                <Link to={`/manage/frames/${encodeURIComponent(id)}`}>{title}</Link>
              ),
            },
            { id: 'status', heading: 'State', cell: stateOf },
            {
              id: 'size',
              heading: 'Hospitals in the frame',
              numeric: true,
              cell: ({ listedSize }: ListedSamplingFrame) => listedSize.toLocaleString('en-GB'),
            },
            {
              id: 'unknown',
              heading: 'Not known',
              numeric: true,
              cell: ({ counts }: ListedSamplingFrame) => counts.unknown.toLocaleString('en-GB'),
            },
            { id: 'asOf', heading: 'As of', cell: ({ asOf }: ListedSamplingFrame) => dayInWords(asOf) },
            {
              id: 'hash',
              heading: 'SHA-256',
              cell: ({ hash }: ListedSamplingFrame) =>
                hash === '' ? 'none while a draft' : <span className="la-hash">{hash}</span>,
            },
          ]}
          rows={data.samplingFrames}
          keyOf={({ id }) => id}
        />
      )}
      <CreateFrame frames={data.samplingFrames} />
    </>
  );
}

function stateOf({ status, counts }: ListedSamplingFrame): string {
  if (status === 'frozen') return 'Frozen';
  return counts.undecided === 0 ? 'Draft' : `Draft, ${counts.undecided} to decide`;
}
