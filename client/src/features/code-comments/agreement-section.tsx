import { Link } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { countOf, formatPercent } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { agreementQuery, type Alpha, type PairAgreement } from './agreement.graphql.js';
import { toAgreementWords, toStatistic } from './to-agreement-words.js';
import { toDecisionsPath } from './to-decisions-path.js';

interface Place {
  readonly roundId: string;
  readonly codebookId: string;
}

/** Agreement per code over comments that both coders finished, and the way to decide where they differ. */
export function AgreementSection({ roundId, codebookId }: Place) {
  const [{ data, error }, again] = useQuery({
    query: agreementQuery,
    variables: { roundId, codebookId },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the agreement" />;
  const { pairs, heldBack, agreed, disagreed, adjudicated, waiting, alphas } = data.codingAgreement;
  const manyCoders = new Set(pairs.flatMap(({ first, second }) => [first, second])).size > 2;
  return (
    <>
      <p>
        {countOf(agreed, 'comment')} agreed, {disagreed} to decide, {adjudicated} decided, {waiting} not
        finished by two coders.
        {heldBack > 0 &&
          ` ${countOf(heldBack, 'comment waits', 'comments wait')} for a person, because they look identifying.`}
      </p>
      <p>
        <Link to={toDecisionsPath(roundId, codebookId)}>Decide side by side</Link>
      </p>
      {pairs.length === 0 ? (
        <InsetText>
          <p>No comment has been finished by two coders yet, so there is no agreement to show.</p>
        </InsetText>
      ) : (
        pairs.map((pair) => <PairTables key={`${pair.first} ${pair.second}`} pair={pair} />)
      )}
      {manyCoders && <p>Krippendorff’s alpha over all coders: {alphas.map(alphaWords).join('; ')}.</p>}
      <p className="nhsuk-hint">
        The unit is the comment. Kappa is low for a code that is rare, even where coders agree: read it beside
        AC1, PABAK and prevalence.
      </p>
    </>
  );
}

type Code = PairAgreement['codes'][number];
type Figures = NonNullable<Code['unaided']>;
type Row = Pick<Code, 'codeId' | 'key' | 'name'> & Omit<Figures, 'suggested' | 'accepted'>;

const alphaWords = ({ key, alpha, wasSuggested, unaided }: Alpha): string =>
  `${key} ${toStatistic(alpha)}${wasSuggested ? ` (without suggestions ${toStatistic(unaided)})` : ''}`;

/** The agreement over all comments; and, where codes were suggested, apart from the comments they were suggested for. */
function PairTables({ pair }: { readonly pair: PairAgreement }) {
  const who = `${pair.first} and ${pair.second}`;
  const apart = pair.codes.flatMap(({ codeId, key, name, unaided }) =>
    unaided === null ? [] : [{ codeId, key, name, ...unaided }],
  );
  return (
    <>
      <PairTable
        pair={pair}
        caption={`${who}, ${countOf(pair.comments, 'comment')}${apart.length > 0 ? ', suggestions included' : ''}`}
        rows={pair.codes}
      />
      {apart.length > 0 && (
        <>
          <p>
            Codes that were suggested, and how often a coder took them:{' '}
            {apart.map(({ key, suggested, accepted }) => `${key} ${accepted} of ${suggested}`).join('; ')}.
          </p>
          <PairTable
            pair={pair}
            caption={`${who}, each code without the comments that it was suggested for`}
            rows={apart}
          />
        </>
      )}
    </>
  );
}

interface PairTableProps {
  readonly pair: PairAgreement;
  readonly caption: string;
  readonly rows: readonly Row[];
}

function PairTable({ pair, caption, rows }: PairTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { id: 'code', heading: 'Code', names: true, cell: ({ key, name }: Row) => `${key} ${name}` },
        { id: 'both', heading: 'Both', numeric: true, cell: ({ both }) => both },
        { id: 'first', heading: `Only ${pair.first}`, numeric: true, cell: ({ onlyFirst }) => onlyFirst },
        { id: 'second', heading: `Only ${pair.second}`, numeric: true, cell: ({ onlySecond }) => onlySecond },
        { id: 'neither', heading: 'Neither', numeric: true, cell: ({ neither }) => neither },
        {
          id: 'observed',
          heading: 'Agreed',
          numeric: true,
          cell: ({ observed }) => (observed === null ? 'not defined' : formatPercent(observed)),
        },
        {
          id: 'kappa',
          heading: 'Kappa (95% interval)',
          numeric: true,
          cell: ({ kappa, low, high }) => toAgreementWords(kappa, low, high),
        },
        { id: 'pabak', heading: 'PABAK', numeric: true, cell: ({ pabak }) => toStatistic(pabak) },
        { id: 'ac1', heading: 'AC1', numeric: true, cell: ({ ac1 }) => toStatistic(ac1) },
        {
          id: 'prevalence',
          heading: 'Prevalence',
          numeric: true,
          cell: ({ prevalence }) => (prevalence === null ? 'not defined' : formatPercent(prevalence)),
        },
      ]}
      rows={rows}
      keyOf={({ codeId }: Row) => codeId}
    />
  );
}
