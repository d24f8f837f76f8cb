import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  confirmQuotationMutation,
  quotationsQuery,
  removeQuotationMutation,
  type ShownQuotation,
} from './quotations.graphql.js';
import { MaskEditor } from './mask-editor.js';

/** Quotations of a round: chosen, masked and confirmed by a person. */
export function Quotations({ roundId }: { readonly roundId: string; readonly codebookId: string }) {
  const [{ data, error }, again] = useQuery({
    query: quotationsQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [unitId, setUnitId] = useState('');
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the quotations" />;
  const { quotableComments, quotations } = data;
  const chosen = quotableComments.find((comment) => comment.unitId === unitId) ?? quotableComments[0];
  return (
    <>
      <p>
        {countOf(quotableComments.length, 'comment')} may be quoted: everybody of their hospital consented.
        Mask every word that tells who wrote it or where, then confirm.
      </p>
      {quotations.length === 0 && (
        <InsetText>
          <p>Nothing is quoted yet.</p>
        </InsetText>
      )}
      {quotations.map((quotation) => (
        <ShownQuote
          key={`${quotation.id} ${quotation.revision}`}
          roundId={roundId}
          quotation={quotation}
          onDone={reload}
        />
      ))}
      {chosen && (
        <section aria-labelledby="new-quotation" className="la-no-print">
          <h3 id="new-quotation">Quote a comment</h3>
          <SelectField
            label="Comment"
            value={chosen.unitId}
            choices={quotableComments.map((comment, at) => ({
              value: comment.unitId,
              label: `${at + 1}. ${comment.text.slice(0, 60)}${comment.text.length > 60 ? '…' : ''}`,
            }))}
            onChange={setUnitId}
          />
          <MaskEditor
            key={chosen.unitId}
            roundId={roundId}
            unitId={chosen.unitId}
            text={chosen.text}
            stored={null}
            onDone={reload}
          />
        </section>
      )}
    </>
  );
}

const STATES: Readonly<Record<string, string>> = {
  may_leave: 'Confirmed; may be printed.',
  not_confirmed: 'Not confirmed: it is in no file.',
  text_changed: 'The comment was corrected since: it is in no file.',
  no_consent: 'Somebody of the hospital does not consent: it is in no file.',
  gone: 'The comment does not count any more: it is in no file.',
};

interface ShownQuoteProps {
  readonly roundId: string;
  readonly quotation: ShownQuotation;
  readonly onDone: () => void;
}

function ShownQuote({ roundId, quotation, onDone }: ShownQuoteProps) {
  const { id, words, state, text, revision } = quotation;
  const [confirmed, confirm] = useMutation(confirmQuotationMutation);
  const [removed, remove] = useMutation(removeQuotationMutation);
  const [sure, setSure] = useState(false);
  const [editing, setEditing] = useState(false);
  const error = confirmed.error ?? removed.error;
  const run = async (act: () => Promise<{ readonly data?: unknown }>) => {
    if ((await act()).data) onDone();
  };
  return (
    <article className="la-decision" aria-label={`Quotation: ${words.slice(0, 60)}`}>
      {words !== '' && <blockquote className="la-comment">{words}</blockquote>}
      <p>{STATES[state]}</p>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {state === 'not_confirmed' && (
        <>
          <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
            <div className="nhsuk-checkboxes__item">
              <input
                className="nhsuk-checkboxes__input"
                id={`sure-${id}`}
                type="checkbox"
                checked={sure}
                onChange={(event) => setSure(event.target.checked)}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`sure-${id}`}>
                I have read it: nothing identifying remains
              </label>
            </div>
          </div>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--small"
            aria-disabled={!sure || confirmed.fetching}
            onClick={() => sure && void run(() => confirm({ id, expectedRevision: revision }))}
          >
            Confirm the quotation
          </button>
        </>
      )}
      <div className="la-actions">
        {text !== '' && (
          <button type="button" className="la-link-button" onClick={() => setEditing(!editing)}>
            {editing ? 'Close the masks' : 'Change part and masks'}
          </button>
        )}
        <button type="button" className="la-link-button" onClick={() => void run(() => remove({ id }))}>
          Take this quotation away
        </button>
      </div>
      {editing && (
        <MaskEditor
          roundId={roundId}
          unitId={quotation.unitId}
          text={text}
          stored={quotation}
          onDone={onDone}
        />
      )}
    </article>
  );
}
