import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { Response } from '../fieldwork/response.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import { findResponses, inPilot, readForms } from './read-forms.js';

/** The forms of whole rounds. */
@Injectable()
export class RoundForms {
  /** Per round, forms by response, revision and state; a revision never changes, so a form that is here is current. */
  private readonly known = new Map<string, ReadonlyMap<string, Form>>();

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Every form of a round as it is stored at this moment; only what is new since the last time is read whole. */
  async all(round: Pick<Round, 'id' | 'state'>): Promise<Form[]> {
    const responses = await findResponses(this.reader.manager, { roundId: round.id });
    const before = this.known.get(round.id) ?? new Map<string, Form>();
    const forms = new Map<string, Form>();
    const wanted: Response[] = [];
    for (const response of responses) {
      const form = before.get(keyOf(response));
      if (form === undefined) wanted.push(response);
      else forms.set(keyOf(response), form);
    }
    const read = await readForms(this.reader.manager, wanted);
    for (const [at, response] of wanted.entries()) {
      const form = read[at];
      if (form !== undefined) forms.set(keyOf(response), form);
    }
    this.known.set(round.id, forms);
    return inPilot(round, [...forms.values()]);
  }

  /** Forms in the revisions that are named (`responseId:revision`), whatever has been sent since. */
  async asOf(round: Pick<Round, 'id'>, members: readonly string[]): Promise<Form[]> {
    const revisions = new Map(
      members.map((member) => {
        const at = member.lastIndexOf(':');
        return [member.slice(0, at), Number(member.slice(at + 1))] as const;
      }),
    );
    const responses = await findResponses(this.reader.manager, { roundId: round.id });
    return readForms(
      this.reader.manager,
      responses.filter(({ id }) => revisions.has(id)),
      revisions,
    );
  }
}

const keyOf = ({ id, revision, state, isTest }: Response): string => `${id}:${revision}:${state}:${isTest}`;
