import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { siteCategoryWords } from '@liaison-atlas/shared/frame/site-category-words';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice, WarningCallout } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { SearchForm } from '../../components/search-form.js';
import { SummaryList } from '../../components/summary-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { hospitalQuery } from './hospital-record.graphql.js';
import { HospitalResult } from './hospital-result.js';
import type { ShownHospital } from './shown-hospital.js';
import { toHospitalWarnings } from './to-hospital-warnings.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Map and list', path: '/map' },
];

/** The page of one hospital; a code nobody knows gets a notice and the search. */
export function HospitalPage({
  odsCode,
  services,
  tier,
}: {
  readonly odsCode: string;
  /** The part about existing services, by the code of the hospital. */
  readonly services: (odsCode: string) => ReactNode;
  /** The tier of its liaison team, by the same code. */
  readonly tier: (odsCode: string) => ReactNode;
}) {
  const [{ data, error }, again] = useQuery({ query: hospitalQuery, variables: { odsCode } });
  const frame = (heading: string, content: ReactNode, caption?: string) => (
    <Page heading={heading} caption={caption} crumbs={CRUMBS}>
      {content}
    </Page>
  );
  if (data?.hospital)
    return frame(
      data.hospital.name,
      <HospitalRecord hospital={data.hospital} services={services} tier={tier} />,
      data.hospital.trust,
    );
  if (error) {
    const retry = () => again({ requestPolicy: 'network-only' });
    return frame('Hospital', <ProblemNotice problem={toProblem(error)} onRetry={retry} />);
  }
  if (!data) return frame('Hospital', <Loading what="this hospital" />);
  return frame(
    'Hospital not found',
    <>
      <InsetText>
        <p>
          No acute hospital in England has the code “{odsCode}” in this atlas. It may have been retired or
          misspelt.
        </p>
      </InsetText>
      <SearchForm label="Find a hospital, trust, area or postcode" />
    </>,
  );
}

function HospitalRecord({
  hospital,
  services,
  tier,
}: {
  readonly hospital: ShownHospital;
  readonly services: (odsCode: string) => ReactNode;
  readonly tier: (odsCode: string) => ReactNode;
}) {
  const { successorTrust, earlyImplementers, planMembership, results } = hospital;
  const [now] = useState(() => new Date());
  return (
    <>
      {toHospitalWarnings(results, now).map(({ id, heading, text }) => (
        <WarningCallout key={id} heading={heading}>
          <p>{text}</p>
        </WarningCallout>
      ))}
      <SummaryList
        rows={[
          {
            name: 'Trust (February 2018)',
            value: <Link to={`/trusts/${hospital.trustCode}`}>{hospital.trust}</Link>,
          },
          {
            name: 'Trust since',
            value: successorTrust ? (
              <>
                <Link to={`/trusts/${successorTrust.code}`}>{successorTrust.name}</Link>, from{' '}
                {dayInWords(successorTrust.effectiveOn)}
              </>
            ) : (
              'no change recorded up to April 2022'
            ),
          },
          {
            name: 'ICB (2022)',
            value: <Link to={`/areas/${hospital.icbCode}?from=${hospital.odsCode}`}>{hospital.icb}</Link>,
          },
          {
            name: 'CCG (2018)',
            value:
              hospital.ccgCode === '' ? (
                hospital.ccg
              ) : (
                <Link to={`/areas/${hospital.ccgCode}?from=${hospital.odsCode}`}>{hospital.ccg}</Link>
              ),
          },
          { name: 'Region', value: <Link to={`/areas/${hospital.regionCode}`}>{hospital.region}</Link> },
          { name: 'Kind of site', value: siteCategoryWords(hospital.siteCategory) },
          { name: 'Tier of the liaison team', value: tier(hospital.odsCode) },
          {
            name: 'Member of the accreditation network (PLAN)',
            value:
              planMembership === null
                ? 'not known: no list of hospitals says'
                : `${planMembership.isMember ? 'yes' : 'no'}, by the list “${planMembership.frame}” as of ${planMembership.asOf}`,
          },
          {
            name: 'Counted in the survey frame',
            value: hospital.inListedFrame ? 'yes' : 'no: not a general hospital with an emergency department',
          },
          { name: 'Place', value: `${hospital.town}, ${hospital.postcode}` },
          { name: 'ODS code', value: hospital.odsCode },
          {
            name: 'IAPT-LTC early implementer area',
            value:
              earlyImplementers.length > 0 ? (
                <ul>
                  {earlyImplementers.map(({ id, wave, name, conditions }) => (
                    <li key={id}>
                      {name}, wave {wave}
                      {conditions !== '' && `: ${conditions}`}
                    </li>
                  ))}
                </ul>
              ) : (
                <>
                  not known (<Link to="/early-implementers">not every area of the programme is sourced</Link>)
                </>
              ),
          },
          ...(hospital.notes === '' ? [] : [{ name: 'Notes', value: hospital.notes }]),
        ]}
      />
      {services(hospital.odsCode)}
      {results.length === 0 ? (
        <InsetText>
          <p>
            No released round says anything about this hospital. That does not mean that there is no service.
          </p>
        </InsetText>
      ) : (
        results.map((result) => (
          <HospitalResult
            key={`${result.round.id}-${result.release.number}`}
            odsCode={hospital.odsCode}
            result={result}
          />
        ))
      )}
    </>
  );
}
