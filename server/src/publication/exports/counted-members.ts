import type { FrozenForm } from '@liaison-atlas/shared/cleaning/freeze-document';
import { splitRevision } from '@liaison-atlas/shared/publication/exports/frozen-members';

import { cleanedParts, listForms } from './cleaned-parts.js';
import type { RowReader } from '../../database/row-reader.js';
import { frozenForms, PAGE } from './frozen-forms.js';
import type { Member } from './read-form-page.js';
import type { RoundJob } from './round-job.js';

/**
 * The forms of a round that count, a page at a time, in the order of their ids: of a freeze those that it says count, of
 * the live state those that the rules and the decisions of people leave in.
 * @throws RangeError when there is no such freeze
 */
export async function* countedMembers(reader: RowReader, job: RoundJob): AsyncGenerator<readonly Member[]> {
  const { round, basis } = job;
  if (basis.freeze === null) {
    yield* livingMembers(reader, job);
    return;
  }
  for await (const page of frozenForms(reader, round.id, basis.freeze)) yield counted(page);
}

function counted(forms: readonly FrozenForm[]): readonly Member[] {
  const members: Member[] = [];
  for (const { revision: key, outcome, odsCode } of forms) {
    if (outcome !== 'accepted' && outcome !== 'merged') continue;
    const { responseId, revision } = splitRevision(key);
    members.push({ responseId, revision, outcome, odsCode });
  }
  return members;
}

async function* livingMembers(reader: RowReader, job: RoundJob): AsyncGenerator<readonly Member[]> {
  const listed = await listForms(reader, job);
  const placeOf = new Map(listed.ids.map((id, place) => [id, place]));
  const stands: (Pick<Member, 'outcome' | 'odsCode'> | undefined)[] = listed.ids.map(() => undefined);
  // One object for all forms that stand alike: there are few hospitals and many forms.
  const known = new Map<string, Pick<Member, 'outcome' | 'odsCode'>>();
  for await (const { standings } of cleanedParts(reader, job, listed))
    for (const [id, { outcome, odsCode }] of standings) {
      if (outcome !== 'accepted' && outcome !== 'merged') continue;
      const key = `${outcome} ${odsCode}`;
      const stand = known.get(key) ?? { outcome, odsCode };
      known.set(key, stand);
      stands[placeOf.get(id) ?? -1] = stand;
    }
  placeOf.clear();
  for (let at = 0; at < listed.ids.length; at += PAGE)
    yield listed.ids.slice(at, at + PAGE).flatMap((responseId, index): Member[] => {
      const stand = stands[at + index];
      return stand === undefined
        ? []
        : [{ responseId, revision: listed.revisions[at + index] ?? 0, ...stand }];
    });
}
