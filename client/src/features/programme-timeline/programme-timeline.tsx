import { PHASE_WORDS, PROGRAMME_TIMELINE } from '@liaison-atlas/shared/commissioning/programme-timeline';
import { sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';

/** The steps of the national programme, oldest first, each with its source. */
export function ProgrammeTimeline() {
  return (
    <section aria-labelledby="programme-timeline">
      <h2 id="programme-timeline">The programme from 2011 to 2022</h2>
      <ol className="la-timeline">
        {PROGRAMME_TIMELINE.map(({ when, phase, text, source }) => (
          <li key={`${when} ${text}`}>
            <p className="la-timeline__when">
              <strong>{when}</strong> <span className="nhsuk-tag nhsuk-tag--grey">{PHASE_WORDS[phase]}</span>
            </p>
            <p>
              {text} <span className="la-source">{sourceWords(source)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
