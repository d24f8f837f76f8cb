import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Quotation } from '../../server/src/coding/quotation.entity.js';
import {
  confirmQuotation,
  createCodebook,
  quotationsOf,
  saveQuotation,
  type ShownCodebook,
} from '../support/coding-desk.js';
import { CodedRound, ROUND, TEXTS } from '../support/coded-round.js';
import { withoutInReach } from '../support/given.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('what leaves the coding of a round', () => {
  let server: TestServer;
  let coded: CodedRound;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    coded = await CodedRound.on(server);
    await coded.begins();
  });
  afterAll(() => server.stop());

  it('goes out as a REFI-QDA codebook and comes back with every code', async () => {
    const file = await (await coded.anna.get(`/manage/v1/codebooks/${coded.book.id}/codebook.qdc`)).text();
    expect(file).toContain('urn:QDA-XML:codebook:1.0');
    const { value } = await createCodebook(coded.lead, { title: 'Back again', begin: 'qdc', qdc: file });
    const shape = ({ codes }: ShownCodebook) =>
      codes.map((code) => ({
        ...code,
        id: '',
        parentId: codes.find(({ id }) => id === code.parentId)?.key ?? '',
      }));
    expect(shape(value.codebook)).toEqual(shape(coded.book));
    expect(value.report.every((line: any) => line.outcome === 'taken' && line.line > 0)).toBe(true);
    for (const qdc of [
      'no xml',
      '<a/>',
      '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>',
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>',
    ])
      expect((await createCodebook(coded.lead, { begin: 'qdc', qdc })).code).toBe('BAD_INPUT');
  });

  it('is quoted only with consent, masked and confirmed by a person, and confirmed anew after a change', async () => {
    const refused = await coded.commentWith('anna', TEXTS[0]);
    const part = { roundId: ROUND, start: 0, end: 10 };
    expect((await saveQuotation(coded.lead, { ...part, unitId: refused.unitId })).code).toBe('CONFLICT');
    const comment = await coded.commentWith('anna', TEXTS[3]);
    const town = { start: 18, end: 25, label: 'town' };
    const quoted = { roundId: ROUND, unitId: comment.unitId, start: 0, end: 36, masks: [town] };
    const first = (await saveQuotation(coded.lead, quoted)).value;
    expect(first).toMatchObject({ words: 'A pilot begins in [town] next year.', state: 'not_confirmed' });
    expect(await coded.file('quotations.csv')).not.toContain('pilot');
    const confirmed = (await confirmQuotation(coded.lead, first.id, first.revision)).value;
    expect(confirmed.state).toBe('may_leave');
    expect(await coded.file('quotations.csv')).toContain('A pilot begins in [town] next year.');
    expect(await coded.file('quotations.csv')).not.toContain('Eastham');
    const changed = (
      await saveQuotation(coded.lead, {
        ...quoted,
        id: first.id,
        expectedRevision: confirmed.revision,
        masks: [],
      })
    ).value;
    expect(changed.state).toBe('not_confirmed');
    expect(await coded.file('quotations.csv')).not.toContain('pilot');
    expect((await confirmQuotation(coded.lead, first.id, first.revision)).code).toBe('CONFLICT');
    await confirmQuotation(coded.lead, first.id, changed.revision);
    // The team says no after all, with another text: the quotation is void without anybody's doing.
    const form = withoutInReach(coded.hospitals[3]!, { comments: ['Other words.'], consent_quote: ['yes'] });
    await coded.teams[3]!.submit(form, { reason: 'A slip.' });
    expect((await quotationsOf(coded.lead, ROUND)).value).toMatchObject([
      { state: 'text_changed', words: '' },
    ]);
    await coded.teams[3]!.submit({ ...form, consent_quote: ['no'] }, { reason: 'A slip.' });
    expect((await quotationsOf(coded.lead, ROUND)).value).toMatchObject([{ state: 'no_consent' }]);
    expect(await coded.file('quotations.csv')).not.toContain('words.');
  });

  it('forgets a quotation with the form that it is of', async () => {
    const form = await coded.teams[3]!.stored();
    const rows = () => server.reader.getRepository(Quotation).countBy({ responseId: form!.id });
    expect(await rows()).toBe(1);
    await coded.teams[3]!.withdraw();
    expect(await rows()).toBe(0);
    expect((await quotationsOf(coded.lead, ROUND)).value).toEqual([]);
  });
});
