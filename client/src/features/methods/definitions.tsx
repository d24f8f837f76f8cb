import { AREA_SOURCE } from './method-words.js';

const DEFINITIONS = [
  [
    'M1',
    'The whole',
    'Every share is of a fixed list of hospitals, the frame, and not of those that happened to answer. The 2018 report counts 179 acute hospitals and prints no list; its shares here are of 179. The list behind hospital pages and the map has 175 general hospitals with an emergency department. The two are never mixed.',
  ],
  [
    'M2',
    'Bounds',
    'Lower bound: hospitals that said yes, out of all. Upper bound: all hospitals except those that said no, out of all. In between lies the truth, whatever the others would have said. Bounds come before every estimate.',
  ],
  [
    'M3',
    'Among respondents',
    'Yes out of yes, no and don’t know. It describes the hospitals that answered. Invitations in 2018 went to the liaison faculty and the accreditation network, so hospitals with a liaison team are over-represented.',
  ],
  [
    'M4',
    'Interval',
    'A 95% Wilson interval with finite-population correction. Where more than four in five hospitals answered, or counts of 2 or fewer occur, exact hypergeometric limits are used. When all answered there is none: it is a census.',
  ],
  [
    'M5',
    'Among those who knew',
    'Yes out of yes and no, with a plain Wilson interval. Shown beside M3, never instead of it: not knowing is itself a finding about integration.',
  ],
  [
    'M6',
    'Several forms from one hospital',
    'Every form is kept. If all agree, that is the answer. Where one knows and others do not, the known answer stands and is marked. Where one says yes and another no, the hospital is in conflict and counts as not known. Scores are never averaged: the lead respondent’s is used.',
  ],
  [
    'M7',
    'Scores',
    'How well care is integrated, 0 to 100, in the opinion of one member of the liaison team. Shown by name only with consent, or where it is already published. Bands at 50 and 75 are our own display choice. No mean below ten scores.',
  ],
  [
    'M8',
    'Small areas',
    'Areas with fewer than five hospitals get counts and no percentages. An area is coloured only with five hospitals or more, replies from at least half of them, and at least three replies.',
  ],
  [
    'M9',
    'The word “gap”',
    'A missing IAPT service is not by itself a gap in care: another integrated service may do the work. The word is used only where other integrated provision is known to be absent.',
  ],
  [
    'M10',
    'Comparing rounds',
    'Two shares of different respondents are never subtracted from each other. Both rounds’ bounds stand side by side.',
  ],
] as const;

/** The numbered definitions behind every figure. */
export function Definitions() {
  return (
    <section aria-labelledby="definitions-heading">
      <h2 id="definitions-heading">How figures are made</h2>
      <dl className="nhsuk-summary-list">
        {DEFINITIONS.map(([id, name, text]) => (
          <div className="nhsuk-summary-list__row" key={id} id={id}>
            <dt className="nhsuk-summary-list__key">
              {id} {name}
            </dt>
            <dd className="nhsuk-summary-list__value">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="la-source">{AREA_SOURCE}</p>
    </section>
  );
}
