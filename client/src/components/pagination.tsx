import { shownPages } from './shown-pages.js';

interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  /** What is paged, e.g. "hospitals". */
  readonly what: string;
  readonly onPage: (page: number) => void;
}

/** Page numbers as buttons, those around the present one where there are many; absent when everything fits on one page. */
export function Pagination({ page, pages, what, onPage }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="la-pagination" aria-label={`Pages of ${what}`}>
      <button
        type="button"
        className="la-page-button"
        aria-disabled={page === 1}
        onClick={() => page > 1 && onPage(page - 1)}
      >
        Previous<span className="nhsuk-u-visually-hidden"> page</span>
      </button>
      <ul className="la-pagination__list">
        {shownPages(page, pages).map((number, at) => (
          <li key={number === 'gap' ? `gap ${at}` : number}>
            {number === 'gap' ? (
              <span aria-hidden="true">…</span>
            ) : (
              <button
                type="button"
                className="la-page-button"
                aria-label={`Page ${number}`}
                aria-current={number === page ? 'page' : undefined}
                onClick={() => onPage(number)}
              >
                {number}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="la-page-button"
        aria-disabled={page === pages}
        onClick={() => page < pages && onPage(page + 1)}
      >
        Next<span className="nhsuk-u-visually-hidden"> page</span>
      </button>
    </nav>
  );
}
