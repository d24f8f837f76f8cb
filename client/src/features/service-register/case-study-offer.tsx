import {
  CASE_STUDY_PARTS,
  CASE_STUDY_WORDS,
  type CaseStudyPart,
  caseStudyMessage,
} from '@liaison-atlas/shared/commissioning/case-study-message';
import { PRIORITY_AREAS } from '@liaison-atlas/shared/commissioning/priority-areas';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { ReaderForm, type ReaderOutcome, type ReaderWords } from './reader-form.js';
import { useSendCorrection } from './send-correction.js';

type Typed = Readonly<Record<CaseStudyPart, string>>;

const NOTHING = Object.fromEntries(CASE_STUDY_PARTS.map((part) => [part, ''])) as Typed;
/** Asked in a line each, before how it works. */
const LINES = ['title', 'place', 'provider', 'commissioner', 'year'] as const;
/** Asked in a box each. */
const BOXES = ['outcomes', 'enablers'] as const;
const AREAS = [
  { value: '', label: 'Choose an area' },
  ...PRIORITY_AREAS.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` })),
];

/** `/case-studies/send?area=…`: a case study for the library, without an account. */
export function CaseStudyOffer() {
  const [parameters] = useSearchParams();
  const [area, setArea] = useState(() => {
    const asked = parameters.get('area') ?? '';
    return AREAS.some(({ value }) => value === asked) ? asked : '';
  });
  const [typed, setTyped] = useState(NOTHING);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const send = useSendCorrection();
  const onSend = async ({ text: model, ...words }: ReaderWords): Promise<ReaderOutcome> => {
    const message = caseStudyMessage({ ...typed, model, area: Number(area) });
    if (!message.ok) {
      setProblems(message.problems);
      return { problems: message.problems.map(asAsked) };
    }
    setProblems([]);
    const outcome = await send({ ...words, serviceId: '', odsCode: '', text: message.value });
    if ('said' in outcome) setTyped(NOTHING);
    return outcome;
  };
  return (
    <>
      <p className="la-measure">
        You need no account. A person reads what you send, asks back where something is not clear, and writes
        it up in the words of the library. It is not published as you send it, and it is erased after 180
        days.
      </p>
      <ReaderForm
        label={CASE_STUDY_WORDS.model}
        hint="Who sees whom, where, and how the services work together. Leave out names of people and patients."
        emailLabel="E-mail address, if you want to hear what came of it"
        emailHint="Used for one answer, then erased. Leave it empty if you want none."
        action="Send the case study"
        onSend={onSend}
      >
        <SelectField label="Priority area" value={area} choices={AREAS} onChange={setArea} />
        {LINES.map((part) => (
          <TextField
            key={part}
            label={CASE_STUDY_WORDS[part]}
            value={typed[part]}
            maxLength={200}
            problem={problemOf(problems, part)}
            onChange={(value) => setTyped({ ...typed, [part]: value })}
          />
        ))}
        {BOXES.map((part) => (
          <TextArea
            key={part}
            label={CASE_STUDY_WORDS[part]}
            hint={HINTS[part]}
            value={typed[part]}
            rows={3}
            maxLength={800}
            onChange={(value) => setTyped({ ...typed, [part]: value })}
          />
        ))}
      </ReaderForm>
    </>
  );
}

const HINTS = {
  outcomes: 'Say how it was measured, and among how many. Leave it empty if it is not known.',
  enablers: 'Such as a shared budget, shared records or rooms on site.',
} as const;

/** The box for how it works is the message's own. */
const asAsked = (found: Problem): Problem => (found.field === 'model' ? { ...found, field: 'text' } : found);
