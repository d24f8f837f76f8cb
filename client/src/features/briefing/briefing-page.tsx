import { Link, useSearchParams } from 'react-router';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { ReportTreeView } from '../../components/report-tree-view.js';
import { useReportTree } from '../../lib/use-report-tree.js';
import { BriefingInputs } from './briefing-inputs.js';

/** `/areas/:code/briefing`: two A4 pages on an area. Everything it is made from is in the address. */
export function BriefingPage({ code }: { readonly code: string }) {
  const [parameters, setParameters] = useSearchParams();
  const asked = new URLSearchParams([...parameters].filter(([, text]) => text.trim() !== '')).toString();
  const base = `/open/v1/areas/${encodeURIComponent(code)}/briefing`;
  const query = asked === '' ? '' : `?${asked}`;
  const { tree, problem } = useReportTree(`${base}.json${query}`);
  return (
    <Page
      heading={tree?.title ?? 'Briefing'}
      crumbs={[
        { label: 'Home', path: '/' },
        { label: 'Areas', path: '/areas' },
        { label: 'Profile of the area', path: `/areas/${code}` },
      ]}
      wide
    >
      <div className="la-no-print">
        <BriefingInputs
          key={asked}
          parameters={parameters}
          onApply={(next) => setParameters(next, { replace: true })}
        />
        {tree && (
          <>
            <div className="la-actions">
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                onClick={() => window.print()}
              >
                Print two pages
              </button>
            </div>
            <ul aria-label="The same as a file">
              <li>
                <a href={`${base}.pdf${query}`}>Briefing as PDF</a>
              </li>
              <li>
                <a href={`${base}.docx${query}`}>Briefing as a Word document</a>
              </li>
              <li>
                <a href={`${base}.html${query}`}>Briefing as one page without menus</a>
              </li>
            </ul>
          </>
        )}
      </div>
      {problem && (
        <>
          <ProblemNotice problem={problem} />
          <p>
            {asked !== '' && (
              <>
                <Link to={`/areas/${encodeURIComponent(code)}/briefing`}>
                  The briefing with nothing filled in
                </Link>
                ,{' '}
              </>
            )}
            <Link to="/areas">find an area</Link>
          </p>
        </>
      )}
      {!tree && !problem && <Loading what="the briefing" />}
      {tree && <ReportTreeView tree={tree} />}
    </Page>
  );
}
