import { useState } from 'react';

import { formatMoment } from '../../lib/format.js';
import { outcomeWords, reasonWords } from './clean-words.js';
import type { ShownForm } from './clean-round.graphql.js';
import { toComparedAnswers } from './to-compared-answers.js';

/** Forms beside each other, a column each; rows that differ are marked in words and not by colour alone. */
export function FormCompare({ forms }: { readonly forms: readonly ShownForm[] }) {
  const [all, setAll] = useState(forms.length < 2);
  const compared = toComparedAnswers(forms);
  const shown = all ? compared : compared.filter(({ differs }) => differs);
  return (
    <>
      {forms.length > 1 && (
        <p>
          {compared.filter(({ differs }) => differs).length} of {compared.length} answers differ.{' '}
          <button type="button" className="la-link-button" aria-pressed={all} onClick={() => setAll(!all)}>
            Show all answers
          </button>
        </p>
      )}
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="la-table-scroll" role="region" aria-label="Forms beside each other" tabIndex={0}>
        <table className="nhsuk-table la-compare">
          <caption className="nhsuk-table__caption nhsuk-table__caption--s">
            {forms.length > 1 ? `${forms.length} forms beside each other` : 'The form'}
          </caption>
          <thead className="nhsuk-table__head">
            <tr>
              <th scope="col">Question</th>
              {forms.map(({ id, reference, leads }) => (
                <th scope="col" key={id}>
                  {reference}
                  {leads && forms.length > 1 ? ' (leads)' : ''}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="nhsuk-table__body">
            <Row heading="Stands" texts={forms.map(standingWords)} />
            <Row heading="Hospital" texts={forms.map(hospitalWords)} />
            <Row
              heading="Sent"
              texts={forms.map(
                ({ submittedAt, revision }) => `${formatMoment(submittedAt)}, revision ${revision}`,
              )}
            />
            {shown.map(({ variable, question, texts, differs }) => (
              <Row key={variable} heading={question} texts={texts} differs={differs && forms.length > 1} />
            ))}
            {COMMENTS.map(({ variable, heading }) => {
              const texts = forms.map((form) => commentText(form, variable));
              return texts.every((text) => text === '') ? null : (
                <Row
                  key={variable}
                  heading={heading}
                  texts={texts.map((text) => text || 'Nothing written')}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

const COMMENTS = [
  { variable: 'positives', heading: 'What works well' },
  { variable: 'improve', heading: 'What could be better' },
  { variable: 'comments', heading: 'Comments' },
] as const;

/** A comment that waits is not read here: it has a task of its own. */
function commentText({ comments }: ShownForm, variable: string): string {
  const comment = comments.find((each) => each.variable === variable);
  if (comment === undefined) return '';
  return comment.shown ?? 'Held back: it looks identifying, and nobody has looked at it yet.';
}

const standingWords = ({ outcome, reason, note }: ShownForm): string =>
  [
    outcomeWords(outcome),
    reason === '' ? '' : `: ${reasonWords(reason)}`,
    note === '' ? '' : `. ${note}`,
  ].join('');

const hospitalWords = ({ hospital, odsCode, siteTextRaw }: ShownForm): string =>
  odsCode === '' ? `Typed: “${siteTextRaw}”` : `${hospital} (${odsCode})`;

function Row({
  heading,
  texts,
  differs = false,
}: {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly differs?: boolean;
}) {
  return (
    <tr className={differs ? 'la-compare__differs' : undefined}>
      <th scope="row">
        {heading}
        {differs && <strong className="nhsuk-tag nhsuk-tag--yellow la-compare__tag">differs</strong>}
      </th>
      {texts.map((text, at) => (
        // The forms keep their places in every row.
        <td key={at}>{text}</td>
      ))}
    </tr>
  );
}
