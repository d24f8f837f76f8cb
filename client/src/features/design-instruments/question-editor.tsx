import { type Instrument, type Question, QUESTION_TYPES } from '@liaison-atlas/shared/instrument/instrument';
import type { InstrumentPart, InstrumentProblem } from '@liaison-atlas/shared/instrument/instrument-problem';

import type { Place } from './edit-draft.js';
import { ChoiceField, LocalTextField, NumberField, TextField } from './fields.js';
import { OptionsEditor, RowsEditor } from './options-editor.js';
import {
  offersAbsences,
  PRIVACY_CHOICES,
  PUBLICATION_CHOICES,
  REQUIRED_CHOICES,
  TYPE_WORDS,
  withType,
} from './question-words.js';
import { RangeEditor, ScaleEditor } from './range-editor.js';
import { RoutingEditor } from './routing-editor.js';

const TYPES = QUESTION_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }));

/** Everything about one question; what is wrong stands beside the field that mends it. */
export function QuestionEditor(props: {
  readonly content: Instrument;
  readonly at: Place;
  readonly question: Question;
  readonly problems: readonly InstrumentProblem[];
  /** `what` was changed, in a word. */
  readonly onChange: (question: Question, what: string) => void;
}) {
  const { content, at, question, problems, onChange } = props;
  const { secondLanguage } = content;
  const of = (part: InstrumentPart) => problems.filter((problem) => problem.part === part);
  const set = (change: Partial<Question>, what: string): void =>
    onChange(cleared({ ...question, ...change }), what);
  return (
    <>
      <ChoiceField
        label="Type of question"
        value={question.type}
        choices={TYPES}
        onChange={(type) => onChange(withType(question, type), 'type')}
      />
      <LocalTextField
        label="Question"
        rows={3}
        value={question.text}
        secondLanguage={secondLanguage}
        problems={of('text')}
        onChange={(text) => set({ text }, 'wording')}
      />
      <TextField
        label="Variable key"
        hint="Name in exports and conditions, such as team_size. Keep it from version to version."
        value={question.variable}
        problems={of('key')}
        onChange={(variable) => set({ variable }, 'key')}
      />
      <LocalTextField
        label="Help text"
        rows={2}
        value={question.help}
        secondLanguage={secondLanguage}
        problems={of('help')}
        onChange={(help) => set({ help }, 'help')}
      />
      {question.type === 'long_text' && (
        <LocalTextField
          label="Warning above the box, such as not to name patients"
          value={question.warning}
          secondLanguage={secondLanguage}
          onChange={(warning) => set({ warning }, 'warning')}
        />
      )}
      {question.type === 'matrix' && (
        <RowsEditor
          rows={question.rows ?? []}
          secondLanguage={secondLanguage}
          problems={of('rows')}
          onChange={(rows) => set({ rows }, 'rows')}
        />
      )}
      {offersAbsences(question.type) && (
        <OptionsEditor
          type={question.type}
          options={question.options ?? []}
          secondLanguage={secondLanguage}
          problems={of('options')}
          onChange={(options) => set({ options }, 'options')}
        />
      )}
      {question.type === 'scale' && question.scale && (
        <ScaleEditor
          scale={question.scale}
          secondLanguage={secondLanguage}
          problems={of('scale')}
          onChange={(scale) => set({ scale }, 'scale')}
        />
      )}
      {question.type === 'number' && (
        <RangeEditor
          range={question.number ?? {}}
          secondLanguage={secondLanguage}
          problems={of('number')}
          onChange={(number) => set({ number }, 'range')}
        />
      )}
      {question.type.endsWith('text') && (
        <NumberField
          label="Most characters"
          value={question.maxLength}
          problems={of('maxLength')}
          onChange={(maxLength) => set({ maxLength }, 'length')}
        />
      )}
      <RoutingEditor
        content={content}
        at={at}
        question={question}
        problems={of('routing')}
        onChange={(relevance) => set({ relevance }, 'routing')}
      />
      <ChoiceField
        label="Is an answer required?"
        value={question.required}
        choices={REQUIRED_CHOICES}
        onChange={(required) => set({ required }, 'requirement')}
      />
      <ChoiceField
        label="Privacy class"
        value={question.privacy}
        choices={PRIVACY_CHOICES}
        onChange={(privacy) => set({ privacy }, 'privacy class')}
      />
      <ChoiceField
        label="Publication class"
        value={question.publication}
        choices={PUBLICATION_CHOICES}
        problems={of('publication')}
        onChange={(publication) => set({ publication }, 'publication class')}
      />
      <TextField
        label="Source"
        hint="Where the wording is from, or why the question was added."
        value={question.source}
        problems={of('source')}
        onChange={(source) => set({ source }, 'source')}
      />
      {question.type !== 'matrix' && (
        <TextField
          label="Name in SPSS, if it is not the key"
          value={question.spssName ?? ''}
          problems={of('spssName')}
          onChange={(spssName) => set({ spssName }, 'SPSS name')}
        />
      )}
    </>
  );
}

/** Optional parts that are empty are left out, as the server does: an empty help is no help. */
function cleared(question: Question): Question {
  const { help, warning, options, relevance, maxLength, spssName, ...rest } = question;
  return {
    ...rest,
    ...(help && (help.en !== '' || help.second !== undefined) && { help }),
    ...(warning && (warning.en !== '' || warning.second !== undefined) && { warning }),
    ...(options && options.length > 0 && { options }),
    ...(relevance && { relevance }),
    ...(maxLength !== undefined && { maxLength }),
    ...(spssName && { spssName }),
  };
}
