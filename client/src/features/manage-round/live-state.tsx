import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { Link } from 'react-router';

import { DataTable, type SortOrder } from '../../components/data-table.js';
import { FormsLedger } from '../../components/forms-ledger.js';
import { IntervalBar } from '../../components/interval-bar.js';
import { WarningCallout } from '../../components/notice.js';
import { Pagination } from '../../components/pagination.js';
import { formatMoment, formatPercent, formatRange } from '../../lib/format.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import { modeWords } from '../../lib/mode-words.js';
import { LadderMark } from '../../map/ladder-mark.js';
import type { liveRoundQuery } from './manage-round.graphql.js';
import { LiveQuestions } from './live-questions.js';
import { toLiveRows } from './to-live-rows.js';

/** The live round as its lead reads it. */
export type ShownLiveRound = ResultOf<typeof liveRoundQuery>['liveRound'];

const ROWS_A_PAGE = 25;

interface LiveStateProps {
  readonly live: ShownLiveRound;
  /** Whether each hospital leads to its history. */
  readonly mayReadHistory: boolean;
}

/** What waits for a person, where the forms are, the indicators as they stand, and every hospital. */
export function LiveState({ live, mayReadHistory }: LiveStateProps) {
  const { forms, responseRate, waiting, indicators } = live;
  return (
    <>
      {!live.consentAsked && (
        <WarningCallout heading="Consent is not asked">
          <p>
            This questionnaire does not ask whether answers may be published under a hospital’s name, so
            nothing of this round will be published by name.
          </p>
        </WarningCallout>
      )}
      <h2>Waiting for a decision</h2>
      {waiting.length === 0 ? (
        <p>Nothing waits for a person.</p>
      ) : (
        <ul>
          {waiting.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      <h2>Forms</h2>
      <p>
        {responseRate.answered} of {responseRate.frame} hospitals answered ({formatPercent(responseRate.rate)}
        ).
      </p>
      <FormsLedger caption="Where the forms are now" forms={forms} />
      {indicators.length > 0 && <h2>Indicators as they stand</h2>}
      {indicators.map(({ id, yes, no, dontKnow, notKnown, lower, upper, amongRespondents, interval }) => (
        <section key={id} aria-label={indicatorWords(id).title}>
          <h3>{indicatorWords(id).title}</h3>
          <IntervalBar
            what={indicatorWords(id).title}
            lower={lower}
            upper={upper}
            tick={amongRespondents}
            interval={interval}
          />
          <p>
            {yes} yes, {no} no, {dontKnow} don’t know, {notKnown} not known. Bounds{' '}
            {formatRange(lower, upper)}.
          </p>
        </section>
      ))}
      <LiveQuestions questions={live.questions} />
      <LiveHospitals
        hospitals={live.hospitals}
        historyOf={mayReadHistory ? (code) => hospitalHistory(live.round.id, code) : undefined}
      />
    </>
  );
}

const historyColumn = (historyOf: (odsCode: string) => string) => ({
  id: 'history',
  heading: 'History',
  cell: ({ odsCode, name }: ShownLiveRound['hospitals'][number]) => (
    <Link to={historyOf(odsCode)}>
      History<span className="nhsuk-u-visually-hidden"> of {name}</span>
    </Link>
  ),
});

const hospitalHistory = (round: string, odsCode: string): string =>
  `/manage/history?${new URLSearchParams({ kind: 'hospital', id: odsCode, round }).toString()}`;

interface LiveHospitalsProps {
  readonly hospitals: ShownLiveRound['hospitals'];
  /** Address of a hospital's history; undefined = the viewer may not read it. */
  readonly historyOf: ((odsCode: string) => string) | undefined;
}

function LiveHospitals({ hospitals, historyOf }: LiveHospitalsProps) {
  const [sort, setSort] = useState<SortOrder>({ column: 'last', direction: 'descending' });
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(hospitals.length / ROWS_A_PAGE));
  const shown = toLiveRows(hospitals, sort).slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  return (
    <>
      <h2>Hospitals</h2>
      <DataTable
        caption={`${hospitals.length} hospitals, page ${page} of ${pages}`}
        columns={[
          { id: 'name', heading: 'Hospital', sortable: true, names: true, cell: ({ name }) => name },
          {
            id: 'label',
            heading: 'What is reported',
            sortable: true,
            cell: ({ category, label }) => (
              <span className="la-with-mark">
                <LadderMark code={category} /> <span>{label}</span>
              </span>
            ),
          },
          { id: 'forms', heading: 'Forms', numeric: true, sortable: true, cell: ({ forms }) => forms },
          {
            id: 'last',
            heading: 'Last answer',
            sortable: true,
            cell: ({ lastSubmittedAt }) =>
              lastSubmittedAt === '' ? 'no reply' : formatMoment(lastSubmittedAt),
          },
          { id: 'modes', heading: 'How it came', cell: ({ modes }) => modes.map(modeWords).join(', ') },
          { id: 'region', heading: 'Region', sortable: true, cell: ({ region }) => region },
          ...(historyOf === undefined ? [] : [historyColumn(historyOf)]),
        ]}
        rows={shown}
        keyOf={({ odsCode }) => odsCode}
        sort={sort}
        onSort={(next) => {
          setSort(next);
          setPage(1);
        }}
      />
      <Pagination page={page} pages={pages} what="hospitals" onPage={setPage} />
    </>
  );
}
