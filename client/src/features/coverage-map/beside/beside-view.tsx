import { type ReactNode, useMemo, useState } from 'react';
import { useQuery } from 'urql';

import { type Column, DataTable } from '../../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../../components/notice.js';
import { Pagination } from '../../../components/pagination.js';
import { countOf } from '../../../lib/format.js';
import { markedRoundTitle } from '../../../lib/round-words.js';
import { toProblem } from '../../../lib/to-problem.js';
import { LadderMark } from '../../../map/ladder-mark.js';
import type { MapView as View } from '../../../map/map-view.js';
import { releasedHospitalsQuery } from '../coverage-map.graphql.js';
import type { ExplorerState } from '../explorer-state.js';
import { MapView } from '../map-view.js';
import type { MapRound, ReleasedHospital, ShownRelease } from '../released-hospital.js';
import { toExplorerTitle } from '../to-map-picture.js';
import { toLadderLayer } from '../to-ladder-layer.js';
import { type BesideRow, toBesideRows } from './to-beside-rows.js';
import { useRoundsBeside } from './use-rounds-beside.js';

const ROWS_A_PAGE = 25;

interface BesideViewProps {
  readonly release: ShownRelease;
  readonly rounds: readonly MapRound[];
  readonly state: ExplorerState;
  readonly onChange: (change: Partial<ExplorerState>) => void;
  readonly onSelect: (odsCode: string) => void;
}

/** Two rounds side by side, as one list or as two maps that move together; refused where the verdict forbids it. */
export function BesideView({ release, rounds, state, onChange, onSelect }: BesideViewProps) {
  const { others, failed } = useRoundsBeside(release.round.id, rounds);
  const other = others?.find(({ round }) => round.id === state.beside);
  const allowed = other?.comparable === true;
  const [{ data, error }, again] = useQuery({
    query: releasedHospitalsQuery,
    variables: { roundId: state.beside },
    pause: !allowed,
  });
  const second = data?.release ?? null;
  // The address is no part of what is compared; these choices are.
  const rows = useMemo(
    () => toBesideRows(release.hospitals, second?.hospitals ?? [], { ...state, selected: '', centre: null }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [release, second, state.area, state.trust, state.category, state.siteCategory, state.text, state.only],
  );
  if (failed) return <p>The rounds could not be loaded. Load the page again to try once more.</p>;
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (others === undefined) return <Loading what="the rounds" />;
  if (!allowed)
    return (
      <InsetText>
        <p>
          {other
            ? `${markedRoundTitle(other.round)} cannot be set beside this round: ${other.why}`
            : `The round ${state.beside} is not released, or is the one that is shown.`}
        </p>
      </InsetText>
    );
  if (second === null) return <Loading what="the second round" />;
  const titles = [release, second].map(({ round }) => markedRoundTitle(round));
  const table = (
    <BesideTable rows={rows.rows} titles={titles} page={state.page} onPage={(page) => onChange({ page })} />
  );
  return (
    <>
      <p>
        {other.why} {countOf(rows.answeredInBoth, 'hospital')} in the list{' '}
        {rows.answeredInBoth === 1 ? 'has' : 'have'} a named answer in both rounds; only these can tell of a
        change, since the two rounds had different responders. Hospitals are matched by code.
      </p>
      {state.view === 'map' ? (
        <TwoMaps
          state={state}
          sides={[
            { release, hospitals: rows.first },
            { release: second, hospitals: rows.second },
          ]}
          fallback={table}
          onChange={onChange}
          onSelect={onSelect}
        />
      ) : (
        table
      )}
    </>
  );
}

interface TwoMapsProps extends Pick<BesideViewProps, 'state' | 'onChange' | 'onSelect'> {
  readonly sides: readonly {
    readonly release: ShownRelease;
    readonly hospitals: readonly ReleasedHospital[];
  }[];
  readonly fallback: ReactNode;
}

/** Two maps with one view: whichever is moved, the other follows. */
function TwoMaps({ sides, state, fallback, onChange, onSelect }: TwoMapsProps) {
  const [moved, setMoved] = useState<{ readonly by: number; readonly view: View } | null>(null);
  const pictures = useMemo(
    () => sides.map(({ release, hospitals }) => toLadderLayer(release, hospitals, null)),
    // The sides are made anew with every change of the address; what they hold is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    sides.flatMap(({ release, hospitals }) => [release, hospitals]),
  );
  return (
    <div className="la-two-maps">
      {sides.map(({ release }, at) => {
        const picture = pictures[at];
        return (
          picture && (
            <section key={release.round.id} aria-label={markedRoundTitle(release.round)}>
              <h3 className="nhsuk-heading-s">{markedRoundTitle(release.round)}</h3>
              <p className="la-source">{picture.announcement}</p>
              <MapView
                title={toExplorerTitle(release, state)}
                release={release}
                picture={picture}
                state={state}
                circles={NO_CIRCLES}
                isSecond={at > 0}
                fallback={at === 0 ? fallback : null}
                follow={moved !== null && moved.by !== at ? moved.view : null}
                onChange={(change) => {
                  if (change.centre) setMoved({ by: at, view: change.centre });
                  onChange(change);
                }}
                onSelect={onSelect}
              />
            </section>
          )
        );
      })}
    </div>
  );
}

const NO_CIRCLES: readonly never[] = [];

interface BesideTableProps {
  readonly rows: readonly BesideRow[];
  readonly titles: readonly string[];
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function BesideTable({ rows, titles, page, onPage }: BesideTableProps) {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const shown = Math.min(page, pages);
  const [first = '', second = ''] = titles;
  const columns: readonly Column<BesideRow>[] = [
    { id: 'name', heading: 'Hospital', names: true, cell: ({ name }) => name },
    { id: 'first', heading: first, cell: (row) => <Report of={row.first} /> },
    { id: 'second', heading: second, cell: (row) => <Report of={row.second} /> },
  ];
  return (
    <>
      <DataTable
        caption={`${countOf(rows.length, 'hospital')} in two rounds${pages > 1 ? ` (page ${shown} of ${pages})` : ''}`}
        columns={columns}
        rows={rows.slice((shown - 1) * ROWS_A_PAGE, shown * ROWS_A_PAGE)}
        keyOf={({ odsCode }) => odsCode}
      />
      <Pagination page={shown} pages={pages} what="hospitals" onPage={onPage} />
    </>
  );
}

function Report({ of }: { readonly of: ReleasedHospital | null }) {
  if (of === null) return <>not in the list of this round</>;
  return (
    <span className="la-with-mark">
      <LadderMark code={of.category} />
      <span>
        {of.label}
        {of.score !== null && `. Integration ${of.score} of 100, one respondent’s view`}
      </span>
    </span>
  );
}
