import { askedWhen } from '@liaison-atlas/shared/instrument/asked-when';
import { comparabilityTo } from '@liaison-atlas/shared/instrument/comparability';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';

import type { InstrumentVersion } from './instrument-version.entity.js';
import type { InstrumentVersionModel } from './instrument.model.js';
import { INSTRUMENT_KEY } from './instrument.service.js';

/** A frozen questionnaire in the shape of the API. Each row of a matrix is a question of its own. */
export function toVersionModel(row: InstrumentVersion): InstrumentVersionModel {
  const { key, version, status, content, contentHash } = row;
  const instrument = JSON.parse(content) as Instrument;
  // The built-in versions were frozen before verdicts were part of a version.
  const builtIn = key === INSTRUMENT_KEY && instrument.comparability === undefined;
  const comparability = builtIn ? comparabilityTo(version) : (instrument.comparability ?? []);
  return {
    key,
    version,
    title: instrument.title.en,
    status,
    content,
    contentHash,
    changeNote: instrument.changeNote,
    questions: questionsOf(instrument).map((question) => ({
      variable: question.variable,
      type: question.type,
      text: question.text.en,
      help: question.help?.en ?? '',
      askedWhen: askedWhen(instrument, question),
      required: question.required,
      options: (question.options ?? []).map((option) => ({
        code: option.code,
        label: option.label.en,
        kind: option.kind,
      })),
      privacy: question.privacy,
      publication: question.publication,
      source: question.source,
    })),
    comparability: comparability.map((note) => ({ ...note })),
  };
}
