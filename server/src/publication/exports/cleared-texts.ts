import { commentStandings } from '@liaison-atlas/shared/cleaning/comment-standing';
import { revisionKey } from '@liaison-atlas/shared/cleaning/decision';
import { settleDecisions } from '@liaison-atlas/shared/cleaning/settle-decisions';
import { commentVariables } from '@liaison-atlas/shared/coding/comment-units';
import { formFromResponse } from '@liaison-atlas/shared/fieldwork/form-from-response';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { groupBy } from '@liaison-atlas/shared/kernel/group-by';
import { type DataSource, In } from 'typeorm';

import { CleaningDecision } from '../../cleaning/cleaning-decision.entity.js';
import { toDecision } from '../../cleaning/decision-rows.js';
import type { ClearedTexts } from './read-form-page.js';

const NOTHING: ReadonlyMap<string, string> = new Map();

/**
 * Reads which comments of a round a person has looked at, and cleared or masked. All others stay where they are: what
 * leaves the product cannot be taken back, so that "nothing looked identifying" is not enough here. What was decided
 * last holds, for a frozen round too: a comment masked after a freeze is masked in every file made from then on.
 */
export async function readClearedTexts(
  reader: DataSource,
  roundId: string,
  instrument: Instrument,
): Promise<ClearedTexts> {
  const rows = await reader.getRepository(CleaningDecision).find({
    where: { roundId, kind: In(['clear_comment', 'mask_comment', 'confirm', 'reverse']) },
    order: { number: 'ASC' },
  });
  const decisions = rows.map(toDecision);
  // Whether it speaks of the revision that is exported is asked below, form by form.
  const settled = settleDecisions(decisions, new Set(decisions.flatMap(({ basis }) => basis)));
  const byRevision = groupBy(
    settled.filter(({ responseId }) => responseId !== ''),
    ({ basis }) => basis[0] ?? '',
  );
  const variables = commentVariables(instrument);
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
