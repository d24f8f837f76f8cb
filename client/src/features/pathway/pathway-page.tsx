import {
  CARE_SETTINGS,
  COMPLEXITIES,
  CONDITIONS,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import {
  COMPLEXITY_WORDS,
  CONDITION_WORDS,
  SETTING_WORDS,
} from '@liaison-atlas/shared/commissioning/register/service-words';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { SelectField } from '../../components/select-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { PathwayCell, STATE_WORDS } from './pathway-cell.js';
import { PathwayMeetings } from './pathway-meetings.js';
import { pathwayQuery } from './pathway.graphql.js';

const ROWS = CONDITIONS.filter((condition) => condition !== 'any_condition');

/** `/areas/:code/pathway`: where services of an area meet, and where none is recorded; the complexity is in the address. */
export function PathwayPage({ code }: { readonly code: string }) {
  const [{ data, error }, again] = useQuery({
    query: pathwayQuery,
    variables: { code },
    requestPolicy: 'cache-and-network',
  });
  const [parameters, setParameters] = useSearchParams();
  const crumbs = [
    { label: 'Home', path: '/' },
    { label: 'Areas', path: '/areas' },
    { label: data?.profileArea?.name ?? code, path: `/areas/${code}` },
  ];
  const frame = (heading: string, content: ReactNode) => (
    <Page heading={heading} crumbs={crumbs} wide>
      {content}
    </Page>
  );
  if (error && !data)
    return frame(
      'Pathway',
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />,
    );
  if (!data) return frame('Pathway', <Loading what="the pathway" />);
  const { profileArea: area, pathwayMatrix: matrix } = data;
  if (!area || !matrix)
    return frame(
      'Area not found',
      <InsetText>
        <p>
          No region, ICB, CCG of 2018 or trust has the code “{code}”. <Link to="/areas">All areas</Link>
        </p>
      </InsetText>,
    );
  const complexity = COMPLEXITIES.find((level) => level === parameters.get('complexity')) ?? COMPLEXITIES[0];
  const choose = (level: string): void =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('complexity', level);
        return next;
      },
      { replace: true },
    );
  const cellAt = (condition: string, setting: string) =>
    matrix.cells.find(
      (cell) => cell.condition === condition && cell.setting === setting && cell.complexity === complexity,
    );
  return frame(
    `Pathway: ${area.name}`,
    <>
      <p className="la-measure">
        Which service treats which condition, in which setting, at which complexity; where two meet at one
        hospital, and where none is recorded. It shows what the register holds, and nothing else: “nothing
        recorded” is <strong>not known</strong>, never “none”.
      </p>
      {matrix.recorded === 0 ? (
        <InsetText>
          <p>
            Nothing is recorded for {area.name} yet: whether there is a pathway is not known. If you know a
            service here, tell it: <Link to="/services">the service register</Link> says how.
          </p>
        </InsetText>
      ) : (
        <PathwayMeetings matrix={matrix} />
      )}
      <div className="la-no-print">
        <SelectField
          label="Complexity"
          value={complexity}
          choices={COMPLEXITIES.map((level) => ({ value: level, label: COMPLEXITY_WORDS[level] }))}
          onChange={choose}
        />
      </div>
      <DataTable
        caption={`Services by condition and setting, complexity ${COMPLEXITY_WORDS[complexity]}`}
        columns={[
          {
            id: 'condition',
            heading: 'Condition',
            names: true,
            cell: (condition) => CONDITION_WORDS[condition],
          },
          ...CARE_SETTINGS.map((setting) => ({
            id: setting,
            heading: SETTING_WORDS[setting],
            cell: (condition: (typeof ROWS)[number]) => {
              const cell = cellAt(condition, setting);
              return cell ? <PathwayCell cell={cell} matrix={matrix} /> : 'not known';
            },
          })),
        ]}
        rows={ROWS}
        keyOf={(condition) => condition}
      />
      <h2 className="nhsuk-heading-m">What the words mean</h2>
      <dl>
        {Object.entries(STATE_WORDS).map(([state, { label, meaning }]) => (
          <div key={state}>
            <dt>
              <strong>{label}</strong>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {matrix.unrecorded.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Hospitals without a recorded service</h2>
          <p>
            {matrix.unrecorded.map(({ odsCode, name }, at) => (
              <span key={odsCode}>
                {at > 0 && '; '}
                <Link to={`/hospitals/${odsCode}`}>{name}</Link>
              </span>
            ))}
            . What works there is not known.
          </p>
        </>
      )}
      <p>
        <Link to={`/areas/${area.code}`}>Back to the profile of {area.name}</Link>
      </p>
    </>,
  );
}
