import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { SummaryList } from '../../components/summary-list.js';
import { TabList } from '../../components/tab-list.js';
import { countOf, formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { ChangesTab } from './changes-tab.js';
import { FreezeFrame } from './freeze-frame.js';
import { HospitalsTab } from './hospitals-tab.js';
import { ImportTab } from './import-tab.js';
import { frameQuery, type ShownFrame } from './manage-frames.graphql.js';
import { NamesTab } from './names-tab.js';

const TABS = [
  { id: 'hospitals', label: 'Hospitals' },
  { id: 'import', label: 'Import' },
  { id: 'changes', label: 'Changes' },
  { id: 'names', label: 'Aliases' },
] as const;
type TabId = (typeof TABS)[number]['id'];

/** One frame: what it is, its hospitals, lists to import, what changed, other names, and freezing it. */
export function FrameBody({ frameId }: { readonly frameId: string }) {
  const [parameters, setParameters] = useSearchParams();
  const [{ data, error }, again] = useQuery({
    query: frameQuery,
    variables: { id: frameId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={refresh} />;
  if (!data) return <Loading what="the frame" />;
  const frame = data.samplingFrame;
  if (!frame)
    return (
      <ProblemNotice
        problem={{
          code: 'NOT_FOUND',
          field: '',
          message: `There is no frame ${frameId}.`,
          mend: 'Go back to the list of frames and choose one.',
        }}
      />
    );
  const tab = TABS.find(({ id }) => id === parameters.get('tab'))?.id ?? 'hospitals';
  return (
    <>
      <FrameHead frame={frame} />
      {frame.status === 'draft' && <FreezeFrame frame={frame} onFrozen={refresh} />}
      <TabList
        label="Parts of the frame"
        tabs={TABS}
        selected={tab}
        onSelect={(id) => setParameters(id === 'hospitals' ? {} : { tab: id }, { replace: true })}
      >
        <Content tab={tab} frame={frame} onChanged={refresh} />
      </TabList>
    </>
  );
}

interface ContentProps {
  readonly tab: TabId;
  readonly frame: ShownFrame;
  readonly onChanged: () => void;
}

function Content({ tab, frame, onChanged }: ContentProps) {
  switch (tab) {
    case 'hospitals':
      return <HospitalsTab frame={frame} onChanged={onChanged} />;
    case 'import':
      return <ImportTab frame={frame} onStored={onChanged} />;
    case 'changes':
      return <ChangesTab frame={frame} />;
    case 'names':
      return <NamesTab frame={frame} onChanged={onChanged} />;
  }
}

function FrameHead({ frame }: { readonly frame: ShownFrame }) {
  const { status, asOf, counts, hash, frozenAt, changedAt, declaredSize } = frame;
  return (
    <>
      <p className="nhsuk-lede-text la-measure">{frame.title}</p>
      <SummaryList
        rows={[
          {
            name: 'State',
            value:
              status === 'frozen'
                ? `Frozen${frozenAt === null ? '' : ` on ${formatMoment(frozenAt)}`}: it never changes`
                : `Draft${changedAt === null ? '' : `, last changed ${formatMoment(changedAt)}`}`,
          },
          { name: 'Describes', value: dayInWords(asOf) },
          {
            name: 'Hospitals',
            value: `${counts.eligible} in the frame, ${counts.ineligible} not in it, ${counts.unknown} not known`,
          },
          ...(declaredSize === null
            ? []
            : [
                {
                  name: 'Declared size',
                  value: `${countOf(declaredSize, 'hospital')}, stated by a source without a list`,
                },
              ]),
          { name: 'Which hospitals', value: frame.definition },
          { name: 'Source', value: frame.source },
          {
            name: 'SHA-256',
            value: hash === '' ? 'none while a draft' : <span className="la-hash">{hash}</span>,
          },
        ]}
      />
      <p>
        <Link to={`/manage/history?${new URLSearchParams({ kind: 'frame', id: frame.id }).toString()}`}>
          History of this frame
        </Link>
      </p>
    </>
  );
}
