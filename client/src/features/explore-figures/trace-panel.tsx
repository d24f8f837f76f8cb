import { useEffect, useRef } from 'react';

import { SummaryList } from '../../components/summary-list.js';
import { Details } from '../../components/details.js';
import { countOf, formatMoment } from '../../lib/format.js';
import type { Traced } from './explore-state.js';
import { shareSums } from './share-sums.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';
import { TRACED_WORDS, tracePart } from './trace-part.js';

interface TracePanelProps {
  readonly shown: ShownFigures;
  readonly row: ShownFigure;
  readonly part: Traced;
  readonly onClose: () => void;
}

/** Where a number comes from: definition, hospitals, answers, freeze, code. Takes the focus when it opens. */
export function TracePanel({ shown, row, part, onClose }: TracePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [row.code, part]);
  const { basis, indicator, hospitals, round } = shown;
  const sums = shareSums(row);
  const names = new Map(hospitals.map(({ odsCode, name }) => [odsCode, name]));
  const { denominator, denominatorUnnamed } = row.trace;
  const { counted, count, hospitals: own, unnamed } = tracePart(row, part, indicator);
  const list = (codes: readonly string[]) => (
    <ul>
      {codes.map((code) => (
        <li key={code}>
          {names.get(code) ?? code} ({code})
        </li>
      ))}
    </ul>
  );
  const frozen =
    basis.freeze !== null
      ? `freeze ${basis.freeze}`
      : round.kind === 'published_facts'
        ? 'none: totals of the published report'
        : 'none: the answers as they stood at that moment';
  const madeFrom =
    basis.release === null
      ? `Unreleased answers as at ${formatMoment(basis.asAt)}; SHA-256 over the forms counted: ${basis.answersHash}`
      : `Release ${basis.release.number}, SHA-256 ${basis.release.sha256}; answers as at ${formatMoment(basis.asAt)}`;
  return (
    <section className="la-trace" aria-labelledby="trace-heading">
      <h2 id="trace-heading" tabIndex={-1} ref={heading}>
        Where the number of {row.name} comes from: {TRACED_WORDS[part]}
      </h2>
      <SummaryList
        rows={[
          { name: 'Indicator', value: `${indicator.title} (${indicator.id}, version ${indicator.version})` },
          { name: 'Question', value: indicator.question },
          ...(basis.howAsked === '' ? [] : [{ name: 'How it was asked', value: basis.howAsked }]),
          { name: 'Counted', value: counted },
          { name: 'Over', value: indicator.denominator },
          ...(sums.length === 0 ? [] : [{ name: 'Shares', value: sums.join(' ') }]),
          { name: 'Missing answers', value: indicator.missingRule },
          { name: 'Interval', value: indicator.intervalRule },
          { name: 'Method', value: `Sections ${indicator.methodsSections.join(', ')} of the methods` },
          { name: 'Made from', value: madeFrom },
          { name: 'Freeze', value: frozen },
          { name: 'Questionnaire', value: `version ${basis.instrumentVersion}` },
          { name: 'Frame', value: `${basis.frameTitle}, SHA-256 ${basis.frameHash}` },
          { name: 'Code', value: `version ${basis.codeVersion}` },
        ]}
      />
      {indicator.caveats.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
      <h3>Hospitals counted{count === null ? '' : ` (${count})`}</h3>
      {row.hidden ? (
        <p>Hidden, because fewer than three hospitals answered here or in a group hidden with it.</p>
      ) : count === null ? (
        <p>Not told apart here: they are among those not known.</p>
      ) : own.length === 0 ? (
        <p>{unnamed === 0 ? 'None.' : `${countOf(unnamed, 'hospital')}, not named.`}</p>
      ) : (
        <>
          {list(own)}
          {unnamed > 0 && (
            <p>And {countOf(unnamed, 'hospital')} that may not be named, or that no list has.</p>
          )}
        </>
      )}
      <Details summary={`Hospitals over which they are counted (${row.frame})`}>
        {list(denominator)}
        {denominatorUnnamed > 0 && (
          <p>And {countOf(denominatorUnnamed, 'hospital')} of the stated size of the frame, on no list.</p>
        )}
      </Details>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onClose}>
        Close
      </button>
    </section>
  );
}
