import { MOST_COMPARED } from '@liaison-atlas/shared/commissioning/compare-places';
import { usualRound } from '@liaison-atlas/shared/publication/usual-round';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { SelectField } from '../../components/select-field.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { compareRoundsQuery, comparisonQuery } from './compare.graphql.js';
import { readCodes, writeCodes } from './compared-codes.js';
import { ComparisonView } from './comparison-view.js';
import { PlacePicker } from './place-picker.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Areas', path: '/areas' },
];

/** `/compare`: up to four areas or hospitals side by side; which ones, and the round, are in the address. */
export function ComparePage() {
  const [parameters, setParameters] = useSearchParams();
  const [{ data, error }, again] = useQuery({ query: compareRoundsQuery });
  const codes = readCodes(parameters);
  const released = (data?.rounds ?? []).filter(({ latestRelease }) => latestRelease !== null);
  const chosen = released.find(({ id }) => id === parameters.get('round')) ?? usualRound(released);
  const [{ data: answer, error: refusal }, ask] = useQuery({
    query: comparisonQuery,
    variables: { codes: [...codes], roundId: chosen?.id ?? '' },
    pause: chosen === undefined || codes.length === 0,
  });
  const places = useRef<HTMLHeadingElement>(null);
  const comparison = codes.length === 0 ? undefined : answer?.comparison;
  const set = (next: readonly string[]): void =>
    setParameters((before) => writeCodes(before, next), { replace: true });
  const nameOf = (code: string): string =>
    comparison?.places.find((place) => place.code === code)?.name ?? code;
  const problem = error ?? refusal;
  return (
    <Page heading={headingOf(comparison)} crumbs={CRUMBS} wide>
      {problem && (
        <ProblemNotice
          problem={toProblem(problem)}
          onRetry={() => (error ? again : ask)({ requestPolicy: 'network-only' })}
        />
      )}
      {!data && !error && <Loading what="the rounds" />}
      {data && !chosen && <InsetText>No round has been released yet.</InsetText>}
      {chosen && (
        <>
          <div className="la-no-print">
            <SelectField
              label="Round"
              value={chosen.id}
              choices={released.map((round) => ({ value: round.id, label: markedRoundTitle(round) }))}
              onChange={(round) =>
                setParameters(
                  (before) => {
                    const next = new URLSearchParams(before);
                    next.set('round', round);
                    return next;
                  },
                  { replace: true },
                )
              }
            />
            <h2 className="nhsuk-heading-m" ref={places} tabIndex={-1}>
              Places ({codes.length} of {MOST_COMPARED})
            </h2>
            {codes.length === 0 && (
              <p>Nothing is compared yet: add two to four areas, trusts or hospitals of any level.</p>
            )}
            <ul className="la-picks">
              {codes.map((code) => (
                <li key={code}>
                  {nameOf(code)}{' '}
                  <button
                    type="button"
                    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                    onClick={() => {
                      set(codes.filter((one) => one !== code));
                      places.current?.focus();
                    }}
                  >
                    Remove<span className="nhsuk-u-visually-hidden"> {nameOf(code)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
          {codes.length < MOST_COMPARED ? (
            <PlacePicker chosen={codes} onAdd={(code) => set([...codes, code])} />
          ) : (
            <p className="la-no-print">Four is the most: remove one to add another.</p>
          )}
          {codes.length > 0 && !comparison && !problem && <Loading what="the comparison" />}
          {comparison && <ComparisonView comparison={comparison} />}
        </>
      )}
    </Page>
  );
}

type Shown = Parameters<typeof ComparisonView>[0]['comparison'];

function headingOf(comparison: Shown | undefined): string {
  if (comparison === undefined || comparison.places.length === 0) return 'Compare places';
  const names = comparison.places.map(({ name }) => name).join(', ');
  return `Compare: ${names}${comparison.round.kind === 'synthetic' ? ' (SYNTHETIC answers)' : ''}`;
}
