import type { ReportContent } from '@liaison-atlas/shared/publication/report/report-content';

interface ReportConflictProps {
  /** Places in which two people wrote different things. */
  readonly places: readonly string[];
  readonly mine: ReportContent;
  readonly theirs: ReportContent;
  readonly onTakeTheirs: (place: string) => void;
  readonly onKeepMine: (place: string) => void;
}

/** Shows both texts of each place in which two people wrote at once; nothing of either is lost until one is chosen. */
export function ReportConflict({ places, mine, theirs, onTakeTheirs, onKeepMine }: ReportConflictProps) {
  return (
    <div className="nhsuk-error-summary" role="alert">
      <h2 className="nhsuk-error-summary__title">Somebody else wrote in the same place</h2>
      <p>
        Nothing was stored, and nothing is lost: your text stays here, theirs is stored. Choose for each
        place.
      </p>
      {places.map((place) => (
        <div key={place}>
          <h3>{nameOf(place, mine, theirs)}</h3>
          <p>
            <strong>Yours:</strong> {textOf(mine, place)}
          </p>
          <p>
            <strong>Theirs:</strong> {textOf(theirs, place)}
          </p>
          <div className="la-actions">
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => onKeepMine(place)}
            >
              Keep mine
            </button>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => onTakeTheirs(place)}
            >
              Take theirs
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}

function nameOf(place: string, mine: ReportContent, theirs: ReportContent): string {
  const at = [mine, theirs].map(({ blocks }) => blocks.findIndex(({ id }) => id === place));
  const number = at.find((index) => index >= 0);
  return number === undefined ? place : `Block ${number + 1}`;
}

function textOf(content: ReportContent, place: string): string {
  if (place === 'title') return content.title;
  const block = content.blocks.find(({ id }) => id === place);
  const answer = content.cherries.find(({ item }) => `cherries.${item}` === place);
  if (block === undefined && answer === undefined)
    return place === 'order of blocks' ? 'another order of the blocks' : 'taken out';
  if (block === undefined) return answer?.text ?? '';
  const chosen = block.quotations?.length ?? 0;
  return `${block.text || block.subject}${chosen === 0 ? '' : ` (${chosen} quotations)`}`;
}
