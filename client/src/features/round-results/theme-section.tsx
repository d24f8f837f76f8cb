import { formatWholePercent } from '../../lib/format.js';
import type { ShownResults } from './shown-results.js';

type ShownTheme = ShownResults['themes'][number];

/** The themes of the comments with what is known of how often; says so where comments have not been coded. */
export function ThemeSection({ release }: { readonly release: ShownResults }) {
  const { themes, coding } = release;
  return (
    <section aria-labelledby="themes-heading">
      <h2 id="themes-heading">Themes of the comments</h2>
      {themes.length === 0 && <p>Comments have not been coded.</p>}
      {coding != null && (
        <p>
          Comments coded: {coding.coded}; not coded: {coding.notCoded}. Codebook: {coding.codebook}, version{' '}
          {coding.version}. Coders did not see each other’s codes. A comment can have several themes.
        </p>
      )}
      {themes.length > 0 && (
        <dl className="nhsuk-summary-list">
          {themes.map((theme) => (
            <div className="nhsuk-summary-list__row" key={theme.code}>
              <dt className="nhsuk-summary-list__key">
                {theme.code} {theme.name}
              </dt>
              <dd className="nhsuk-summary-list__value">
                {theme.definition}{' '}
                <span className="la-source">
                  {[countWords(theme), ...agreementWords(theme), theme.source].join('; ')}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** How many comments have the theme; a small count is not told. */
function countWords({ count, of, few, repeats }: ShownTheme): string {
  if (of == null) return count == null ? 'Count not published' : `${count} comments`;
  const words = `${few === true ? 'Fewer than 3' : count} of ${of} comments`;
  return repeats == null ? words : `${words}, as in release ${repeats}`;
}

/** Kappa never stands alone: for a rare theme it is low although coders agree nearly always. */
function agreementWords({ agreement }: ShownTheme): readonly string[] {
  if (agreement == null) return [];
  const { statistic, value, observed, comments } = agreement;
  const shown = value == null ? 'not defined' : value.toFixed(2);
  return [
    `agreement of coders: ${statistic} ${shown}, same in ${formatWholePercent(observed)} of ${comments} comments`,
  ];
}
