import { usualRound } from '@liaison-atlas/shared/publication/usual-round';
import { type ReactNode } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { SearchForm } from '../../components/search-form.js';
import { SelectField } from '../../components/select-field.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { areaQuery } from './area-profile.graphql.js';
import { AreaRecord } from './area-record.js';
import { isProfilePart, LEVEL_WORDS } from './shown-area.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Areas', path: '/areas' },
];

/**
 * `/areas/:code`: what is known of England, a region, an ICB, a CCG of 2018 or a trust; round and starting point are in
 * the address. `/areas/:code/:part` leads to a part of the page.
 */
export function AreaPage({
  code,
  part,
  services,
}: {
  readonly code: string;
  readonly part?: string | undefined;
  /** The part about existing services of a region, an ICB or a CCG, by its code. */
  readonly services: (code: string) => ReactNode;
}) {
  const [{ data, error }, again] = useQuery({ query: areaQuery, variables: { code } });
  const [parameters, setParameters] = useSearchParams();
  const frame = (heading: string, content: ReactNode, caption?: string) => (
    <Page heading={heading} caption={caption} crumbs={CRUMBS} wide>
      {content}
    </Page>
  );
  if (error && !data) {
    const retry = () => again({ requestPolicy: 'network-only' });
    return frame('Area', <ProblemNotice problem={toProblem(error)} onRetry={retry} />);
  }
  if (!data) return frame('Area', <Loading what="this area" />);
  const { profileArea: area } = data;
  if (part !== undefined)
    return <Navigate replace to={`/areas/${code}?${parameters}${isProfilePart(part) ? `#${part}` : ''}`} />;
  if (!area)
    return frame(
      'Area not found',
      <>
        <InsetText>
          <p>No region, ICB, CCG of 2018 or trust has the code “{code}” in this atlas.</p>
        </InsetText>
        <SearchForm label="Find a hospital, trust, area or postcode" />
        <p>
          <Link to="/areas">All areas</Link>
        </p>
      </>,
    );

  const asked = parameters.get('round') ?? '';
  const released = data.rounds.filter(({ latestRelease }) => latestRelease !== null);
  const chosen = released.find(({ id }) => id === asked) ?? usualRound(released);
  if (!chosen)
    return frame(area.name, <InsetText>No round has been released yet.</InsetText>, LEVEL_WORDS[area.level]);
  const choose = (round: string): void =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('round', round);
        return next;
      },
      { replace: true },
    );
  return frame(
    chosen.kind === 'synthetic' ? `${area.name} (SYNTHETIC answers)` : area.name,
    <>
      {asked !== '' && asked !== chosen.id && (
        <InsetText>
          <p>No released round has the id “{asked}”; the newest one is shown.</p>
        </InsetText>
      )}
      <div className="la-no-print">
        <SelectField
          label="Round"
          value={chosen.id}
          choices={released.map((round) => ({ value: round.id, label: markedRoundTitle(round) }))}
          onChange={choose}
        />
      </div>
      <AreaRecord
        area={area}
        services={services}
        roundId={chosen.id}
        from={(parameters.get('from') ?? '').trim().slice(0, 10)}
      />
    </>,
    LEVEL_WORDS[area.level],
  );
}
