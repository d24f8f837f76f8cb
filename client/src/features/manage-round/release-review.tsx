import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useQuery } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { ProblemList } from '../../components/problem-list.js';
import { SummaryList } from '../../components/summary-list.js';
import { formatCount, formatMoment, formatPercent } from '../../lib/format.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import { toProblem } from '../../lib/to-problem.js';
import type { ShownLiveRound } from './live-state.js';
import { releaseBasisQuery } from './manage-round.graphql.js';
import { ReleasePreview } from './release-preview.js';

interface ReleaseReviewProps {
  readonly live: ShownLiveRound;
  readonly kind: 'interim' | 'final' | 'erratum';
  readonly kindWords: string;
  readonly note: string;
  /** Why a final release is made before the right of reply is over; '' = not said. */
  readonly despite: string;
  readonly onDespite: (despite: string) => void;
  /** Why publishing was refused a moment ago; empty = it was not. */
  readonly refused: readonly Problem[];
  /** Number of the release that an erratum replaces; '' = the one that stands. */
  readonly replaces: string;
  readonly onReplaces: (replaces: string) => void;
}

/** What is about to become public and what it stands on, to be read before it cannot be taken back. */
export function ReleaseReview(props: ReleaseReviewProps) {
  const { live, kind, kindWords, note } = props;
  const [{ data, error }] = useQuery({
    query: releaseBasisQuery,
    variables: { roundId: live.round.id, kind },
    requestPolicy: 'network-only',
  });
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <p>Looking up what it stands on…</p>;
  const { problems, forms, freezeNumber, sha256, frameSize } = data.releaseBasis;
  if (problems.length > 0 || forms === null)
    return <ProblemList heading="Nothing was published" problems={problems} />;
  const isLive = freezeNumber === null;
  return (
    <>
      <SummaryList
        rows={[
          { name: 'Kind', value: kindWords },
          { name: 'Note for readers', value: note === '' ? 'none' : note },
          {
            name: 'Stands on',
            value: isLive
              ? `the live state, as at ${formatMoment(live.asAt)}`
              : `freeze ${freezeNumber}, SHA-256 ${sha256}`,
          },
          {
            name: 'Hospitals answered',
            value: `${forms.analysed} of ${frameSize} (${formatPercent(frameSize === 0 ? 0 : forms.analysed / frameSize)})`,
          },
          {
            name: 'Forms',
            value: `${formatCount(forms.received)} received, ${formatCount(forms.accepted)} accepted, ${formatCount(forms.merged)} merged, ${formatCount(forms.excluded)} excluded, ${formatCount(forms.withdrawn)} withdrawn, ${formatCount(forms.pending)} pending; ${formatCount(forms.analysed)} analysed`,
          },
          // The live figures are those of the release only where it stands on the live state.
          ...(isLive ? live.indicators : []).map(({ id, yes, no, dontKnow, notKnown }) => ({
            name: indicatorWords(id).title,
            value: `${yes} yes, ${no} no, ${dontKnow} don’t know, ${notKnown} not known`,
          })),
        ]}
      />
      <ReleasePreview roundId={live.round.id} {...props} />
    </>
  );
}
