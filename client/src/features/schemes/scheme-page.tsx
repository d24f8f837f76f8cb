import { ESTIMATE_SHEETS } from '@liaison-atlas/shared/commissioning/estimate-sheets';
import { LEVEL_WORDS } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import type { SchemeContent } from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { ProblemList } from '../../components/problem-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { SchemeFields } from './scheme-fields.js';
import { SchemeHistory } from './scheme-history.js';
import { SchemePeople } from './scheme-people.js';
import { contentOf, schemeQuery, type ShownScheme } from './schemes.graphql.js';
import { type SchemeDraft, useSchemeDraft } from './use-scheme-draft.js';

/** `/schemes/:id`, for its members. */
export function SchemePage({ id }: { readonly id: string }) {
  const [{ data, error }, again] = useQuery({
    query: schemeQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  if (error) return framed('Scheme', <ProblemNotice problem={toProblem(error)} />);
  if (!data) return framed('Scheme', <Loading what="the scheme" />);
  return (
    <OpenScheme
      key={data.scheme.id}
      first={data.scheme}
      now={data.scheme}
      onChanged={() => again({ requestPolicy: 'network-only' })}
    />
  );
}

/** The page, which bears the name of the scheme once it is known, with its area above. */
const framed = (heading: string, content: ReactNode, area?: string) => (
  <Page
    heading={heading}
    caption={area}
    crumbs={[
      { label: 'Home', path: '/' },
      { label: 'Schemes', path: '/schemes' },
    ]}
    wide
  >
    {content}
  </Page>
);

interface OpenSchemeProps {
  readonly first: ShownScheme;
  /** As last loaded: who is in it may have changed. */
  readonly now: ShownScheme;
  readonly onChanged: () => void;
}

function OpenScheme({ first, now, onChanged }: OpenSchemeProps) {
  const draft = useSchemeDraft(first);
  const { scheme, content } = draft;
  const mayChange = now.level !== 'view';
  const files = `/manage/v1/schemes/${encodeURIComponent(scheme.id)}/scheme`;
  // As it is stored: a heading that changes with every key would be read aloud with every key.
  const name = contentOf(scheme)['title'] ?? `Scheme for ${scheme.areaName}`;
  return framed(
    name,
    <>
      <p className="nhsuk-lede-text">
        Version {scheme.version}. You: {LEVEL_WORDS[now.level]}. Private: seen by its members only.
      </p>
      <ul className="nhsuk-list la-inline-list">
        <li>
          <Link to={briefingPath(scheme.areaCode, content)}>Briefing on the area with these figures</Link>
        </li>
        <li>
          <Link to={logicPath(content)}>Business case with these figures</Link>
        </li>
        <li>
          <a href={`${files}.docx`}>Word document</a>
        </li>
        <li>
          <a href={`${files}.csv`}>Table (CSV)</a>
        </li>
        <li>
          <a href={`${files}.json`}>File to read in again (JSON)</a>
        </li>
      </ul>
      {mayChange && <SaveState draft={draft} />}
      <SchemeFields draft={draft} mayChange={mayChange} />
      <SchemePeople scheme={now} onChanged={onChanged} />
      <SchemeHistory draft={draft} mayChange={mayChange} />
    </>,
    scheme.areaName,
  );
}

function SaveState({ draft }: { readonly draft: SchemeDraft }) {
  const { isStored, saving, problems, clashes, canUndo } = draft;
  return (
    <div className="la-scheme-state la-no-print">
      {clashes.length > 0 && (
        <div className="nhsuk-error-summary" role="alert">
          <h2 className="nhsuk-error-summary__title">Somebody else wrote in the same place</h2>
          <p>Nothing was stored, and nothing is lost. Choose for each place.</p>
          {clashes.map((clash) => (
            <div key={clash.key}>
              <h3>{clash.label}</h3>
              <p>
                <strong>Yours:</strong> {clash.mine || 'empty'}
              </p>
              <p>
                <strong>Theirs:</strong> {clash.theirs || 'empty'}
              </p>
              <div className="la-actions">
                {(['mine', 'theirs'] as const).map((whose) => (
                  <button
                    key={whose}
                    type="button"
                    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                    onClick={() => draft.settle(clash, whose)}
                  >
                    {whose === 'mine' ? 'Keep mine' : 'Take theirs'}
                    <span className="nhsuk-u-visually-hidden">: {clash.label}</span>
                  </button>
                ))}
              </div>
            </div>
          ))}
        </div>
      )}
      <ProblemList heading="Not stored yet" problems={problems} />
      <p role="status">
        {saving
          ? 'Storing…'
          : isStored
            ? 'All stored.'
            : problems.length > 0
              ? 'Not stored: something above has to be put right.'
              : clashes.length > 0
                ? 'Not stored: choose above.'
                : 'Will be stored in a moment.'}
      </p>
      <div className="la-actions">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-disabled={!canUndo}
          onClick={draft.undo}
        >
          Undo
        </button>
        {problems.length > 0 && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={draft.retry}
          >
            Try to store again
          </button>
        )}
      </div>
    </div>
  );
}

/** The need and the counts of a scheme as the address of a briefing has them. */
function briefingPath(areaCode: string, content: SchemeContent): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(content)) {
    if (key.startsWith('need.')) query.set(key.slice('need.'.length), value);
    if (/^s\.[A-Z0-9]+$/.test(key)) query.set(key, value);
  }
  const text = query.toString();
  return `/areas/${areaCode}/briefing${text === '' ? '' : `?${text}`}`;
}

function logicPath(content: SchemeContent): string {
  const wanted = ['strategy', 'lm.', 'benefit.', ...ESTIMATE_SHEETS.map(({ id }) => `${id}.`)];
  const query = new URLSearchParams(
    Object.entries(content).filter(([key]) => wanted.some((start) => key.startsWith(start))),
  ).toString();
  return `/business-case${query === '' ? '' : `?${query}`}`;
}
