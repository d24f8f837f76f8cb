/** The two files that a version goes out as; the server names them. */
const FORMATS = [
  { file: 'xlsform.xlsx', words: 'XLSForm' },
  { file: 'questionnaire.fhir.json', words: 'FHIR' },
] as const;

/** Links that take a frozen version out as a file for other programs. */
export function TakeOut({ series, version }: { readonly series: string; readonly version: string }) {
  const query = new URLSearchParams({ key: series });
  return (
    <ul className="la-actions nhsuk-list" aria-label={`${series} ${version} as a file`}>
      {FORMATS.map(({ file, words }) => (
        <li key={file}>
          <a href={`/manage/v1/instruments/${encodeURIComponent(version)}/${file}?${query}`} download>
            Take out as {words}
            <span className="nhsuk-u-visually-hidden">
              : {series} {version}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
