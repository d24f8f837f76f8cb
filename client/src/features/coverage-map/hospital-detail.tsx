import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { ladderMeaning } from '@liaison-atlas/shared/analysis/ladder-label';
import { siteCategoryWords } from '@liaison-atlas/shared/frame/site-category-words';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';

import { SummaryList } from '../../components/summary-list.js';
import { LadderMark } from '../../map/ladder-mark.js';
import type { ReleasedHospital, ShownRelease } from './released-hospital.js';

interface HospitalDetailProps {
  readonly hospital: ReleasedHospital;
  readonly release: ShownRelease;
  /** Rises each time a visitor opens a hospital, and the heading takes the focus; 0 = it came with the address. */
  readonly opening: number;
  /** Closes the panel and gives the focus back to where it came from. */
  readonly onClose: () => void;
}

/** The chosen hospital in a panel beside list and map; never a popup over them. */
export function HospitalDetail({ hospital, release, opening, onClose }: HospitalDetailProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { odsCode, name, category, otherProvision, label, score, marker, trust, trustCode } = hospital;
  useEffect(() => {
    if (opening > 0) heading.current?.focus();
  }, [opening, odsCode]);
  return (
    // Escape is an extra for keyboard users; the button does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="la-detail"
      aria-labelledby="detail-heading"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h2 className="nhsuk-heading-m" id="detail-heading" tabIndex={-1} ref={heading}>
        {name}
      </h2>
      <p className="la-with-mark">
        <LadderMark code={category} /> <strong>{label}</strong>
      </p>
      <p>{ladderMeaning(category, otherProvision)}</p>
      {score !== null && (
        <p>
          Integration {score} of 100, as judged by the liaison team: one respondent’s view,{' '}
          {dayInWords(release.asAt)}. The parent trust may have changed since.
        </p>
      )}
      {marker !== '' && <p>{marker}</p>}
      <SummaryList
        rows={[
          { name: 'Trust (February 2018)', value: <Link to={`/trusts/${trustCode}`}>{trust}</Link> },
          { name: 'ICB', value: hospital.icb },
          { name: 'Region', value: hospital.region },
          { name: 'Kind of site', value: siteCategoryWords(hospital.siteCategory) },
        ]}
      />
      <p>
        <Link to={`/hospitals/${odsCode}`}>All rounds and sources of {name}</Link>
      </p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={onClose}
      >
        Close<span className="nhsuk-u-visually-hidden"> the details of {name}</span>
      </button>
    </section>
  );
}
