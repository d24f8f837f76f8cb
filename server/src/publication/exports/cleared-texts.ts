import { commentStandings } from '@liaison-atlas/shared/cleaning/comment-standing';
import { type Decision, revisionKey } from '@liaison-atlas/shared/cleaning/decision';
import { settleDecisions } from '@liaison-atlas/shared/cleaning/settle-decisions';
import { commentVariables } from '@liaison-atlas/shared/coding/comment-units';
import { formFromResponse } from '@liaison-atlas/shared/fieldwork/form-from-response';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { groupBy } from '@liaison-atlas/shared/kernel/group-by';

import { type RowReader, oneOf, valueAt } from '../../database/row-reader.js';
import type { ClearedTexts, Member } from './read-form-page.js';
import { SELECT_DECISIONS, type StoredDecision, toDecision } from './stored-decisions.js';

const NOTHING: ReadonlyMap<string, string> = new Map();
const NONE: ClearedTexts = () => NOTHING;

const ABOUT_WORDS = `kind IN ('clear_comment', 'mask_comment')`;
const ABOUT_DECISIONS = `kind IN ('confirm', 'reverse')`;

/**
 * Tells which comments of a round a person has looked at, and cleared or masked, some forms at a time. All others stay
 * where they are: what leaves the product cannot be taken back, so that "nothing looked identifying" is not enough here.
 * What was decided last holds, for a frozen round too: a comment masked after a freeze is masked in every file made from
 * then on.
 */
export async function openClearedTexts(
  reader: RowReader,
  roundId: string,
  instrument: Instrument,
): Promise<(page: readonly Member[]) => Promise<ClearedTexts>> {
  const variables = commentVariables(instrument);
  const [any] = await reader.ask(
    `SELECT id FROM cleaning_decision WHERE round_id = ${valueAt(reader, 1)} AND ${ABOUT_WORDS} LIMIT 1`,
    [roundId],
  );
  // Most rounds have none. One that is made while the file is written is not missed: the words stay held back.
  if (any === undefined) return () => Promise.resolve(NONE);
  return async (page) => {
    const own = await reader.ask<StoredDecision>(
      `${SELECT_DECISIONS} WHERE response_id ${oneOf(reader, 1)} AND ${ABOUT_WORDS}`,
      [JSON.stringify(page.map(({ responseId }) => responseId))],
    );
    if (own.length === 0) return NONE;
    const onThem = await reader.ask<StoredDecision>(
      `${SELECT_DECISIONS} WHERE target_id ${oneOf(reader, 1)} AND ${ABOUT_DECISIONS}`,
      [JSON.stringify(own.map(({ id }) => id))],
    );
    return clearedBy([...own, ...onThem].map(toDecision), variables);
  };
}

function clearedBy(decisions: readonly Decision[], variables: readonly string[]): ClearedTexts {
  // Whether it speaks of the revision that is exported is asked below, form by form.
  const settled = settleDecisions(decisions, new Set(decisions.flatMap(({ basis }) => basis)));
  const byRevision = groupBy(
    settled.filter(({ responseId }) => responseId !== ''),
    ({ basis }) => basis[0] ?? '',
  );
  return (member, answers) => {
    const about = byRevision.get(revisionKey(member));
    if (about === undefined) return NOTHING;
    const form = formFromResponse({ ...RECORD, responseId: member.responseId }, answers);
    return new Map(
      commentStandings(form, about, variables).flatMap(({ variable, state, text }) =>
        (state === 'cleared' || state === 'masked') && text !== null ? [[variable, text] as const] : [],
      ),
    );
  };
}

/** What the words of a form do not depend on. */
const RECORD = {
  idempotencyKey: '',
  state: 'submitted',
  revision: 1,
  respondent: '',
  heldToken: false,
  isTest: false,
  submittedAt: '',
  matchedOdsCode: '',
  invitedOdsCode: '',
} as const;
