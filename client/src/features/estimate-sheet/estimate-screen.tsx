import { CASES, type EstimateSheet } from '@liaison-atlas/shared/commissioning/estimate';
import { boxName, readEstimate } from '@liaison-atlas/shared/commissioning/read-estimate';
import { sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';

import { Link } from 'react-router';

import { KeepInScheme } from '../../components/keep-in-scheme.js';
import { useTypedAddress } from '../../lib/use-typed-address.js';
import { EstimateInputRow } from './estimate-input-row.js';
import { EstimateResults } from './estimate-results.js';

/** A sheet: inputs left, results right. Everything that was typed is in the address, so a link opens the same estimate. */
export function EstimateScreen({ sheet }: { readonly sheet: EstimateSheet }) {
  const { typed, type, reset } = useTypedAddress();
  const { values, problems } = readEstimate(sheet, typed);
  const groups = [...new Set(sheet.inputs.map(({ group }) => group))];
  const whole = problems.filter(({ field }) => field === '');
  return (
    <>
      <p className="nhsuk-lede-text la-measure">{sheet.lead}</p>
      <div className="la-estimate">
        <form aria-label={`Inputs: ${sheet.title}`} onSubmit={(event) => event.preventDefault()}>
          <div className="la-actions">
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={reset}
            >
              Reset to published values
            </button>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => window.print()}
            >
              Print
            </button>
            <KeepInScheme
              fields={() =>
                Object.fromEntries(
                  sheet.inputs.flatMap(({ key }) =>
                    CASES.map(
                      (at) => [`${sheet.id}.${boxName(key, at)}`, typed(boxName(key, at)) ?? ''] as const,
                    ),
                  ),
                )
              }
            />
          </div>
          {whole.map(({ message, mend }) => (
            <p className="nhsuk-error-message" role="alert" key={message}>
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {message} {mend}
            </p>
          ))}
          {groups.map((group) => (
            <section key={group} aria-label={group}>
              <h2 className="nhsuk-heading-s">{group}</h2>
              {sheet.inputs
                .filter((input) => input.group === group)
                .map((input) => (
                  <EstimateInputRow
                    key={input.key}
                    input={input}
                    typed={typed}
                    problems={problems}
                    onType={type}
                  />
                ))}
            </section>
          ))}
        </form>
        <EstimateResults sheet={sheet} values={values} />
      </div>
      <h2>What to know before using these figures</h2>
      <ul>
        {sheet.caveats.map(({ text, source }) => (
          <li key={text}>
            {text} <span className="la-source">{sourceWords(source)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={businessCasePath(sheet, typed)}>Business case with this estimate</Link>
      </p>
      <p>
        The address of this page holds everything you typed: keep or send the link to open the same estimate.
      </p>
    </>
  );
}

/** The estimate as the address of a business case has it: every box under the name of its sheet. */
function businessCasePath(sheet: EstimateSheet, typed: (box: string) => string | null): string {
  const query = new URLSearchParams(
    sheet.inputs.flatMap(({ key }) =>
      CASES.flatMap((at) => {
        const text = (typed(boxName(key, at)) ?? '').trim();
        return text === '' ? [] : [[`${sheet.id}.${boxName(key, at)}`, text]];
      }),
    ),
  ).toString();
  return `/business-case${query === '' ? '' : `?${query}`}`;
}
