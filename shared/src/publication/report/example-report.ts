import { exampleFrame } from '../example-frame.js';
import { composeImported2018 } from '../import-2018.js';
import type { ReleaseDocument } from '../release.js';
import { INSTRUMENT_V1_0 } from '../../instrument/instruments/v1-0.js';
import type { Instrument } from '../../instrument/instrument.js';
import { questionnaireFacts } from './questionnaire-facts.js';
import type { ReportFacts } from './report-facts.js';

/** The release of 2017-18 over an example frame; for tests only. */
export const example2018 = (): ReleaseDocument =>
  composeImported2018(exampleFrame(175), {
    publishedAt: '2026-11-20T12:00:00.000Z',
    instrument: { key: 'iapt-liaison', version: '1.0', contentHash: 'c'.repeat(64) },
    codeVersion: 'test',
    frame: {
      id: 'acute-ed-2018',
      title: 'General hospitals with an emergency department',
      source: 'test frame',
      asOf: '2018-02',
      hash: 'a'.repeat(64),
    },
  });

/** Facts of a round of which nothing is known but its questionnaire; for tests only. */
export const exampleFacts = (
  rest: Partial<ReportFacts> = {},
  instrument: Instrument = INSTRUMENT_V1_0,
): ReportFacts => ({
  ...questionnaireFacts(instrument),
  opensAt: null,
  closesAt: null,
  correctionsUntil: null,
  note: { purpose: '', approval: '', legalBasis: '' },
  perspectives: ['liaison psychiatry teams'],
  mailings: [],
  openLinks: [],
  freezeNumber: null,
  ...rest,
});
