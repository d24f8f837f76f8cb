import { CASE_STUDIES } from '@liaison-atlas/shared/commissioning/case-studies';
import { CASE_STUDIES_AS_AT } from '@liaison-atlas/shared/commissioning/case-study';
import type { Position } from '@liaison-atlas/shared/frame/distance-km';
import { Link } from 'react-router';

import { type Column, DataTable } from '../../../components/data-table.js';
import { countOf } from '../../../lib/format.js';
import { LadderMark } from '../../../map/ladder-mark.js';
import type { LayerPicture } from './layer-picture.js';

type Study = (typeof CASE_STUDIES)[number];

/** ODS codes of the hospitals that the sources name; the layer needs to know where they lie. */
export const CASE_STUDY_HOSPITALS: readonly string[] = [
  ...new Set(CASE_STUDIES.flatMap(({ places }) => places.map(({ hospital }) => hospital)).filter(Boolean)),
];

const columns = (isPlaced: (study: Study) => boolean): readonly Column<Study>[] => [
  {
    id: 'title',
    heading: 'Case study',
    names: true,
    cell: ({ slug, letter, title }) => (
      <Link to={`/case-studies/${slug}`}>
        {letter}: {title}
      </Link>
    ),
  },
  { id: 'summary', heading: 'What it is', cell: ({ summary }) => summary },
  {
    id: 'places',
    heading: 'Where',
    cell: (study) => (
      <span className="la-with-mark">
        {isPlaced(study) && <LadderMark code="case_study" />}
        <span>
          {study.places.map(({ name }) => name).join('; ')}
          {!isPlaced(study) && '. Not on the map: the source names no acute hospital'}
        </span>
      </span>
    ),
  },
];

/** Case studies at the hospitals that their sources name, and nowhere else; the others stand in the list only. */
export function toCaseLayer(whereIs: ReadonlyMap<string, Position>): LayerPicture {
  const placed = CASE_STUDIES.flatMap((study) =>
    study.places.flatMap(({ name, hospital }) => {
      const position = whereIs.get(hospital);
      return position === undefined ? [] : [{ study, name, hospital, position }];
    }),
  );
  const isPlaced = (study: Study) => placed.some((one) => one.study === study);
  const without = CASE_STUDIES.filter((study) => !isPlaced(study)).length;
  return {
    points: placed.map(({ study, name, hospital, position }) => ({
      id: `${study.slug}/${hospital}`,
      longitude: position.longitude,
      latitude: position.latitude,
      code: 'case_study',
      accessibleName: `Case study ${study.letter}: ${study.title}, ${name}`,
      noInReachReported: false,
    })),
    groupName: (members) => `${countOf(members.length, 'place')} of case studies`,
    areas: null,
    legend: [{ code: 'case_study', text: 'Hospital where a case study works', count: placed.length }],
    announcement: `${countOf(CASE_STUDIES.length, 'case study', 'case studies')}, ${CASE_STUDIES.length - without} of them at ${countOf(placed.length, 'hospital')} on the map`,
    note: `${countOf(without, 'case study has', 'case studies have')} no place on the map: the source names towns or trusts. As described in ${CASE_STUDIES_AS_AT}; whether a service still exists is not known.`,
    table: (
      <DataTable
        caption={countOf(CASE_STUDIES.length, 'case study', 'case studies')}
        columns={columns(isPlaced)}
        rows={CASE_STUDIES}
        keyOf={({ slug }) => slug}
      />
    ),
  };
}
