import type { InformationSection, Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { InstrumentProblem } from '@liaison-atlas/shared/instrument/instrument-problem';

import { LocalTextField, ProblemTexts, SmallButton, TextField } from './fields.js';

/** Title, second language and participant information. */
export function WholeEditor(props: {
  readonly content: Instrument;
  readonly problems: readonly InstrumentProblem[];
  readonly onChange: (content: Instrument, what: string) => void;
}) {
  const { content, problems, onChange } = props;
  const { information, secondLanguage } = content;
  const setSection = (place: number, section: InformationSection | undefined): void => {
    const sections = information.flatMap((each, at) => (at !== place ? [each] : section ? [section] : []));
    onChange({ ...content, information: sections }, 'information');
  };
  return (
    <>
      <ProblemTexts problems={problems.filter(({ part }) => !['title', 'information'].includes(part))} />
      <LocalTextField
        label="Title of the questionnaire"
        value={content.title}
        secondLanguage={secondLanguage}
        problems={problems.filter(({ part }) => part === 'title')}
        onChange={(title) => onChange({ ...content, title }, 'title')}
      />
      <TextField
        label="Second language"
        hint="A language tag such as cy for Welsh; empty = English only."
        value={secondLanguage ?? ''}
        onChange={(tag) => {
          const { secondLanguage: _, ...rest } = content;
          onChange(tag === '' ? rest : { ...rest, secondLanguage: tag }, 'second language');
        }}
      />
      <h3 className="nhsuk-heading-s">Participant information</h3>
      <p>Shown before the first question: who asks and why, what is published, how to withdraw.</p>
      <ProblemTexts problems={problems.filter(({ part }) => part === 'information')} />
      {information.map((section, place) => (
        // Parts have no name of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset className="nhsuk-fieldset la-coded-list" key={place}>
          <legend className="nhsuk-fieldset__legend">Part {place + 1}</legend>
          <LocalTextField
            label={`Part ${place + 1}: heading`}
            value={section.heading}
            secondLanguage={secondLanguage}
            onChange={(heading) => setSection(place, { ...section, heading })}
          />
          {section.paragraphs.map((paragraph, at) => (
            <LocalTextField
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              label={`Part ${place + 1}: paragraph ${at + 1}`}
              rows={3}
              value={paragraph}
              secondLanguage={secondLanguage}
              onChange={(text) =>
                setSection(place, {
                  ...section,
                  paragraphs: section.paragraphs.map((each, position) => (position === at ? text : each)),
                })
              }
            />
          ))}
          <div className="la-actions">
            <SmallButton
              onClick={() =>
                setSection(place, { ...section, paragraphs: [...section.paragraphs, { en: '' }] })
              }
            >
              Add paragraph to part {place + 1}
            </SmallButton>
            <SmallButton onClick={() => setSection(place, undefined)}>Delete part {place + 1}</SmallButton>
          </div>
        </fieldset>
      ))}
      <SmallButton
        onClick={() => {
          const added = { heading: { en: '' }, paragraphs: [{ en: '' }] };
          onChange({ ...content, information: [...information, added] }, 'information');
        }}
      >
        Add a part of the information
      </SmallButton>
    </>
  );
}
