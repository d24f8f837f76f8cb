import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { PageSizeField } from '../../components/page-size.js';
import { Pagination } from '../../components/pagination.js';
import { TextArea } from '../../components/text-area.js';
import { countOf } from '../../lib/format.js';
import { parseListPage, withListPage } from '../../lib/page-sizes.js';
import { toProblem } from '../../lib/to-problem.js';
import { CodeButtons } from './code-buttons.js';
import { type ComparedComment, comparisonQuery, decideCodingMutation } from './decisions.graphql.js';
import { type Applied, toggleCode } from './toggle-code.js';

type Codes = readonly {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly applicable: boolean;
}[];

/** Comments on which coders differ, of the round and codebook in the address; without them it says where to choose. */
export function Decisions() {
  const [params] = useSearchParams();
  if ((params.get('round') ?? '') === '' || (params.get('book') ?? '') === '')
    return (
      <InsetText>
        <p>
          Which round and which codebook? Choose them under{' '}
          <Link to="/manage/coding">Coding of comments</Link>, which leads here.
        </p>
      </InsetText>
    );
  return <OfRound />;
}

/** Their codes side by side, and what a person decides. */
function OfRound() {
  const [params, setParams] = useSearchParams();
  const roundId = params.get('round') ?? '';
  const codebookId = params.get('book') ?? '';
  const all = params.get('show') === 'all';
  const { page, size } = parseListPage(params);
  const [{ data, error }, again] = useQuery({
    query: comparisonQuery,
    variables: { roundId, codebookId, onlyUndecided: !all, skip: (page - 1) * size, take: size },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the comments" />;
  const { comments, total, undecided, matching, codebook } = data.codingComparison;
  return (
    <>
      <p role="status">
        {countOf(total, 'comment')} finished by all their coders, {undecided} to decide.
      </p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small la-no-print"
        onClick={() => setParams(withListPage(params, {}, { show: all ? '' : 'all' }))}
      >
        {all ? 'Show only what is to decide' : 'Show all'}
      </button>
      {comments.length === 0 ? (
        <InsetText>
          <p>
            {total === 0
              ? 'No comment has been finished by all its coders yet.'
              : 'There is nothing to decide: the coders agree, or somebody has decided.'}
          </p>
        </InsetText>
      ) : (
        comments.map((comment) => (
          <Decision
            key={`${comment.unitId} ${comment.revision}`}
            comment={comment}
            codes={codebook.codes}
            place={{ roundId, codebookId }}
            onDone={reload}
          />
        ))
      )}
      {matching > 50 && (
        <PageSizeField size={size} onChange={(next) => setParams(withListPage(params, { size: next }))} />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(matching / size)}
        what="comments"
        onPage={(next) => setParams(withListPage(params, { page: next }))}
      />
    </>
  );
}

interface DecisionProps {
  readonly comment: ComparedComment;
  readonly codes: Codes;
  readonly place: { readonly roundId: string; readonly codebookId: string };
  readonly onDone: () => void;
}

/** The codes that all coders gave: what a decision begins with. */
function shared(codings: ComparedComment['codings']): readonly Applied[] {
  const [first, ...others] = codings;
  return [...new Set(first?.codes.map(({ codeId }) => codeId))]
    .filter((id) => others.every(({ codes }) => codes.some(({ codeId }) => codeId === id)))
    .map((codeId) => ({ codeId, start: 0, end: 0 }));
}

function Decision({ comment, codes, place, onDone }: DecisionProps) {
  const { unitId, codings, revision } = comment;
  const [chosen, setChosen] = useState<readonly Applied[]>(revision > 0 ? comment.decided : shared(codings));
  const [memo, setMemo] = useState(comment.memo);
  const [{ error, fetching }, decide] = useMutation(decideCodingMutation);
  const submit = async () => {
    if (fetching) return;
    const plain = chosen.map(({ codeId, start, end }) => ({ codeId, start, end }));
    const input = { ...place, unitId, expectedRevision: revision, codes: plain, memo };
    const { data } = await decide({ input });
    if (data) onDone();
  };
  return (
    <article className="la-desk la-decision" aria-label={`${comment.question}: ${comment.text.slice(0, 60)}`}>
      <div>
        <p className="nhsuk-hint">{comment.question}</p>
        <blockquote className="la-comment">{comment.text}</blockquote>
        {codings.map(({ by, codes: said, memo: note }) => (
          <p key={by}>
            <strong>{by}:</strong> {codeWords(said, codes, comment.text)}
            {note !== '' && (
              <>
                <br />
                Memo: {note}
              </>
            )}
          </p>
        ))}
        <p>
          <strong>Stands:</strong>{' '}
          {comment.state === 'disagreed'
            ? 'nothing yet'
            : comment.state === 'agreed'
              ? 'agreed'
              : codeWords(comment.decided, codes, comment.text)}
        </p>
      </div>
      <div>
        {error && <ProblemNotice problem={toProblem(error)} />}
        <CodeButtons
          codes={codes}
          said={{ codes: chosen }}
          disabled={fetching}
          label="Codes that count"
          onToggle={(id) => setChosen(toggleCode(chosen, id, { start: 0, end: 0 }))}
        />
        <TextArea label="Why" value={memo} rows={2} onChange={setMemo} />
        <button type="button" className="nhsuk-button" aria-disabled={fetching} onClick={() => void submit()}>
          {revision > 0 ? 'Decide again' : 'This counts'}
        </button>
      </div>
    </article>
  );
}

const codeWords = (said: readonly Applied[], codes: Codes, text: string): string =>
  said.length === 0
    ? 'no code applies'
    : said
        .map(({ codeId, start, end }) => {
          const { key = '?', name = '' } = codes.find(({ id }) => id === codeId) ?? {};
          return `${key} ${name}${end > 0 ? ` on “${text.slice(start, end)}”` : ''}`;
        })
        .join('; ');
