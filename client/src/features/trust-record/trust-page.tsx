import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { siteCategoryWords } from '@liaison-atlas/shared/frame/site-category-words';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { SearchForm } from '../../components/search-form.js';
import { toProblem } from '../../lib/to-problem.js';
import { toTrustSentence } from './to-trust-sentence.js';
import { trustQuery } from './trust-record.graphql.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Map and list', path: '/map' },
];

/** The page of one trust: its sites, and how many of them answered; never one status for the whole trust. */
export function TrustPage({ odsCode }: { readonly odsCode: string }) {
  const [{ data, error }, again] = useQuery({ query: trustQuery, variables: { odsCode } });
  const frame = (heading: string, content: ReactNode) => (
    <Page heading={heading} crumbs={CRUMBS}>
      {content}
    </Page>
  );
  if (error && !data) {
    const retry = () => again({ requestPolicy: 'network-only' });
    return frame('Trust', <ProblemNotice problem={toProblem(error)} onRetry={retry} />);
  }
  if (!data) return frame('Trust', <Loading what="this trust" />);
  const { trust } = data;
  if (!trust) {
    return frame(
      'Trust not found',
      <>
        <InsetText>
          <p>No trust has the code “{odsCode}” in this atlas. It may have been retired or misspelt.</p>
        </InsetText>
        <SearchForm label="Find a hospital, trust, area or postcode" />
      </>,
    );
  }
  const { successor, hospitals, rounds } = trust;
  return frame(
    trust.name,
    <>
      <p>
        Trust as at February 2018, ODS code {trust.odsCode}
        {trust.trustType !== '' && `, ${trust.trustType}`}.{' '}
        {successor ? (
          <>
            The register names <Link to={`/trusts/${successor.code}`}>{successor.name}</Link> as its successor
            from {dayInWords(successor.effectiveOn)}. A single hospital may have gone elsewhere: its own page
            says where.
          </>
        ) : (
          'No later merger is recorded up to April 2022.'
        )}
      </p>
      <p className="la-no-print">
        <Link to={`/areas/${trust.odsCode}`}>Profile of the trust’s hospitals</Link>,{' '}
        <Link to={`/compare?a=${trust.odsCode}`}>compare with other trusts or areas</Link>
      </p>
      <h2>Replies</h2>
      {rounds.length === 0 && <p>No round has been released yet.</p>}
      {rounds.map((summary) => (
        <section key={summary.round.id} aria-labelledby={`round-${summary.round.id}`}>
          <h3 id={`round-${summary.round.id}`}>
            <Link to={`/rounds/${summary.round.id}`}>{summary.round.title}</Link>
          </h3>
          <SyntheticNotice kind={summary.round.kind} />
          <p>
            {toTrustSentence(summary)}{' '}
            <Link to={`/map?round=${encodeURIComponent(summary.round.id)}&f.trust=${trust.odsCode}`}>
              What they report, hospital by hospital
            </Link>
          </p>
        </section>
      ))}
      <h2>Hospitals</h2>
      {hospitals.length === 0 ? (
        <p>None of this trust’s sites is in the list of acute hospitals.</p>
      ) : (
        <DataTable
          caption={`Hospitals of ${trust.name}`}
          columns={[
            {
              id: 'name',
              heading: 'Hospital',
              names: true,
              cell: (one) => <Link to={`/hospitals/${one.odsCode}`}>{one.name}</Link>,
            },
            { id: 'town', heading: 'Town', cell: ({ town }) => town },
            {
              id: 'kind',
              heading: 'Kind of site',
              cell: ({ siteCategory }) => siteCategoryWords(siteCategory),
            },
            {
              id: 'listed',
              heading: 'Counted in the survey frame',
              cell: ({ inListedFrame }) => (inListedFrame ? 'yes' : 'no'),
            },
            { id: 'icb', heading: 'ICB', cell: ({ icb }) => icb },
          ]}
          rows={hospitals}
          keyOf={(one) => one.odsCode}
        />
      )}
    </>,
  );
}
