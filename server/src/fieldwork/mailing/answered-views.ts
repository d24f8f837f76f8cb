import { perspectiveOf } from '@liaison-atlas/shared/fieldwork/form-from-response';
import { hasAnswered } from '@liaison-atlas/shared/fieldwork/mailing/plan-audience';
import { type Perspective, PERSPECTIVES, type ResponseState } from '@liaison-atlas/shared/fieldwork/response';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { type EntityManager, In } from 'typeorm';

import { ContactList } from '../contacts/contact-list.entity.js';
import { ListMembership } from '../contacts/list-membership.entity.js';
import { ResponseRevision } from '../response-revision.entity.js';
import { Response } from '../response.entity.js';
import { Mailing } from './mailing.entity.js';

/** Perspectives of the forms sent for each hospital that has one. */
export type AnsweredViews = ReadonlyMap<string, ReadonlySet<Perspective>>;

/** A mail about a hospital for which somebody has answered, just before it would be sent. */
export interface LateMail {
  readonly messageId: string;
  readonly mailingId: string;
  readonly roundId: string;
  readonly contactId: string;
  readonly odsCode: string;
}

/**
 * Hospitals for which a form has been sent, whatever became of it, with the perspectives of the forms: nobody reminds a
 * team that took its form back. `odsCodes` = only these.
 */
export async function answeredViews(
  manager: EntityManager,
  roundId: string,
  odsCodes?: readonly string[],
): Promise<AnsweredViews> {
  if (odsCodes?.length === 0) return new Map();
  const query = manager
    .createQueryBuilder(Response, 'r')
    .innerJoin(ResponseRevision, 'v', 'v.response_id = r.id AND v.revision = r.revision')
    .select('r.ods_code', 'odsCode')
    .addSelect('r.state', 'state')
    .addSelect('v.answers', 'answers')
    .where('r.round_id = :roundId AND r.revision > 0', { roundId });
  if (odsCodes !== undefined) query.andWhere('r.ods_code IN (:...odsCodes)', { odsCodes });
  const rows = await query.getRawMany<{ odsCode: string; state: ResponseState; answers: string }>();
  const answered = new Map<string, Set<Perspective>>();
  for (const { odsCode, state, answers } of rows) {
    const before = answered.get(odsCode) ?? [];
    // What was withdrawn is erased: whose view it was is not known any more, and nobody is asked for it again.
    const now = state === 'withdrawn' ? PERSPECTIVES : [perspectiveOf(JSON.parse(answers) as Answers)];
    answered.set(odsCode, new Set([...before, ...now]));
  }
  return answered;
}

/** Whose views lists ask of somebody on them; none = no view in particular, which one list without any settles. */
export function askedOf(
  on: readonly string[],
  lists: ReadonlyMap<string, Perspective | null>,
): readonly Perspective[] {
  const asked = on.flatMap((id) => (lists.has(id) ? [lists.get(id) ?? null] : []));
  return asked.includes(null) ? [] : [...new Set(asked.filter((each) => each !== null))];
}

/** Of mails about answered hospitals: the ids of those that ask for a view which nobody has given yet. */
export async function stillAsked(
  manager: EntityManager,
  mails: readonly LateMail[],
): Promise<ReadonlySet<string>> {
  if (mails.length === 0) return new Set();
  const mailings = await manager.findBy(Mailing, {
    id: In([...new Set(mails.map((mail) => mail.mailingId))]),
  });
  const asking = await manager.findBy(ContactList, {
    roundId: In(['', ...new Set(mails.map(({ roundId }) => roundId))]),
  });
  if (asking.every(({ perspective }) => perspective === null)) return new Set();
  const memberships = await manager.findBy(ListMembership, {
    contactId: In([...new Set(mails.map(({ contactId }) => contactId))]),
  });
  const still = new Set<string>();
  for (const roundId of new Set(mails.map((mail) => mail.roundId))) {
    const ofRound = mails.filter((mail) => mail.roundId === roundId);
    const answered = await answeredViews(manager, roundId, [
      ...new Set(ofRound.map(({ odsCode }) => odsCode)),
    ]);
    for (const { messageId, mailingId, contactId, odsCode } of ofRound) {
      const chosen = mailings.find(({ id }) => id === mailingId)?.listIds ?? [];
      const lists = asking.filter(
        (list) =>
          (list.roundId === '' || list.roundId === roundId) &&
          (chosen.length === 0 || chosen.includes(list.id)),
      );
      const asked = askedOf(
        memberships.filter((each) => each.contactId === contactId).map(({ listId }) => listId),
        new Map(lists.map(({ id, perspective }) => [id, perspective])),
      );
      if (!hasAnswered(answered.get(odsCode), asked)) still.add(messageId);
    }
  }
  return still;
}
