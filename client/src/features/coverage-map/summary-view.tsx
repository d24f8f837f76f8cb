import { unplacedSentence } from '@liaison-atlas/shared/commissioning/unplaced';

import { type Column, DataTable } from '../../components/data-table.js';
import { InsetText } from '../../components/notice.js';
import { formatWholePercent } from '../../lib/format.js';
import { classOf } from '../../map/map-colours.js';
import { LadderMark } from '../../map/ladder-mark.js';
import type { AreaLevel, AreaMeasure } from './explorer-state.js';
import type { ReleasedHospital, ShownRelease } from './released-hospital.js';
import { MEASURE_WORDS } from './map-legend.js';
import { AREA_RULES, areaProportion, type AreaSummary, toAreaSummaries } from './to-area-summary.js';
import { toAreaLegend, toLegend } from './to-map-picture.js';

const areaColumns = (level: AreaLevel, measure: AreaMeasure): readonly Column<AreaSummary>[] => [
  { id: 'name', heading: level === 'region' ? 'Region' : 'ICB', names: true, cell: ({ name }) => name },
  { id: 'hospitals', heading: 'Hospitals listed', numeric: true, cell: ({ hospitals }) => hospitals },
  {
    id: 'answered',
    heading: 'Answered, named',
    numeric: true,
    cell: ({ answered, hospitals }) =>
      hospitals >= AREA_RULES.hospitals
        ? `${answered} (${formatWholePercent(answered / hospitals)})`
        : answered,
  },
  { id: 'inReach', heading: 'In-reach reported', numeric: true, cell: ({ inReach }) => inReach },
  { id: 'noInReach', heading: 'No in-reach reported', numeric: true, cell: ({ noInReach }) => noInReach },
  { id: 'notKnown', heading: 'Not known', numeric: true, cell: ({ notKnown }) => notKnown },
  { id: 'notPublished', heading: 'Not published', numeric: true, cell: ({ notPublished }) => notPublished },
  ...(measure === 'none'
    ? []
    : [{ id: 'shade', heading: 'Shade on the map', cell: (area: AreaSummary) => shadeWords(area, measure) }]),
];

/** What the map paints the area with, in words; too few replies is no figure, and never nought. */
function shadeWords(area: AreaSummary, measure: Exclude<AreaMeasure, 'none'>): string {
  const proportion = areaProportion(area, measure);
  if (proportion === null) return 'hatched: not enough replies';
  return `${formatWholePercent(proportion)} (${toAreaLegend()[classOf(proportion)]?.text ?? ''})`;
}

interface SummaryViewProps {
  readonly release: ShownRelease;
  readonly hospitals: readonly ReleasedHospital[];
  readonly level: AreaLevel;
  readonly measure: AreaMeasure;
}

/** The hospitals shown, counted by what is reported and, where the round allows it, by area. */
export function SummaryView({ release, hospitals, level, measure }: SummaryViewProps) {
  const unplaced = unplacedSentence(
    hospitals.map((hospital) => ({ ...hospital, ccgCode: '', trustCode: '' })),
    level,
  );
  return (
    <>
      <DataTable
        caption="Hospitals shown, by what is reported"
        columns={[
          {
            id: 'text',
            heading: 'What is reported',
            names: true,
            cell: ({ code, text }) => (
              <span className="la-with-mark">
                <LadderMark code={code} /> <span>{text}</span>
              </span>
            ),
          },
          { id: 'count', heading: 'Hospitals', numeric: true, cell: ({ count }) => count },
        ]}
        rows={toLegend(hospitals)}
        keyOf={({ code }) => code}
      />
      {release.areaFigures ? (
        <>
          <DataTable
            caption={`Hospitals shown, by ${level === 'region' ? 'region' : 'ICB'}`}
            columns={areaColumns(level, measure)}
            rows={toAreaSummaries(hospitals, level).filter(({ code }) => code !== '')}
            keyOf={({ code }) => code}
          />
          {unplaced !== '' && <p>{unplaced}</p>}
          <p className="la-source">
            “Not known” holds hospitals that did not reply, whose respondents did not know, or whose
            respondents disagree. “Not published” holds hospitals that are not named, whether they answered or
            not: the totals of the round count them, a count by area cannot. Percentages are given from{' '}
            {AREA_RULES.hospitals} hospitals on. Areas with few replies cannot be compared.
            {measure !== 'none' && ` Shade: ${MEASURE_WORDS[measure]}`}
          </p>
        </>
      ) : (
        <InsetText>
          <p>Figures by area: not published by area. The source of this round names only some hospitals.</p>
        </InsetText>
      )}
    </>
  );
}
