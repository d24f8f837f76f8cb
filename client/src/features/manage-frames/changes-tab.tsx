import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { FRAME_CHANGE_KINDS, frameChangeWords } from '@liaison-atlas/shared/frame/compare-frames';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { SummaryList } from '../../components/summary-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { ChangeTable } from './change-table.js';
import { frameDifferenceQuery, framesQuery, type ShownFrame } from './manage-frames.graphql.js';
import { useFrameState } from './use-frame-state.js';

/** What differs between this frame and an earlier one, hospital by hospital. */
export function ChangesTab({ frame }: { readonly frame: ShownFrame }) {
  const { state, change } = useFrameState();
  const [{ data: list }] = useQuery({ query: framesQuery });
  const others = (list?.samplingFrames ?? []).filter(({ id }) => id !== frame.id);
  const fromId = others.find(({ id }) => id === (state.from || frame.copiedFrom))?.id ?? others[0]?.id ?? '';
  const [{ data, error, fetching }, again] = useQuery({
    query: frameDifferenceQuery,
    variables: { fromId, toId: frame.id },
    pause: fromId === '',
    requestPolicy: 'cache-and-network',
  });
  if (list === undefined) return <Loading what="the frames" />;
  if (fromId === '')
    return (
      <InsetText>
        <p>There is no other frame to compare this one with.</p>
      </InsetText>
    );
  const difference = data?.frameDifference;
  return (
    <>
      <h2>Changes since another frame</h2>
      <SelectField
        label="Compare with"
        value={fromId}
        choices={others.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(from) => change({ from })}
      />
      {error && (
        <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
      )}
      {!error && (difference === undefined || difference.from.id !== fromId || fetching) && (
        <Loading what="the changes" />
      )}
      {difference !== undefined && difference.from.id === fromId && (
        <>
          <p role="status">
            From {dayInWords(difference.from.asOf)} to {dayInWords(difference.to.asOf)}:{' '}
            {difference.changed.length}{' '}
            {difference.changed.length === 1 ? 'hospital differs' : 'hospitals differ'},{' '}
            {difference.unchanged} do not. A hospital can differ in several ways.
          </p>
          <SummaryList
            rows={FRAME_CHANGE_KINDS.map((kind) => ({
              name: frameChangeWords(kind),
              value: difference.counts.find((each) => each.kind === kind)?.count ?? 0,
            }))}
          />
          {difference.changed.length > 0 && (
            <ChangeTable key={fromId} caption="Hospitals that differ, by name" changes={difference.changed} />
          )}
        </>
      )}
    </>
  );
}
