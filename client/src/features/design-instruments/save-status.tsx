import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';

import { formatMoment } from '../../lib/format.js';
import { SmallButton } from './fields.js';
import type { SaveState } from './use-autosave.js';

/** Says whether what is on the screen is stored, and what to do where it is not. */
export function SaveStatus(props: {
  readonly state: SaveState;
  readonly content: Instrument;
  readonly onRetry: () => void;
  readonly onTakeStored: () => void;
  readonly onKeepMine: () => void;
}) {
  const { state } = props;
  return (
    <div className="la-save-status">
      <p role="status">{wordsFor(state)}</p>
      {state.kind === 'failed' && <SmallButton onClick={props.onRetry}>Save again</SmallButton>}
      {state.kind === 'stale' && (
        <div className="nhsuk-inset-text" role="alert">
          <p>
            <strong>Somebody else has saved this draft in between.</strong> Nothing was overwritten. Stored:{' '}
            {sizeOf(JSON.parse(state.stored.content) as Instrument)}. Yours: {sizeOf(props.content)}.
          </p>
          <div className="la-actions">
            <SmallButton onClick={props.onTakeStored}>Go on with what is stored</SmallButton>
            <SmallButton onClick={props.onKeepMine}>Keep mine and replace what is stored</SmallButton>
          </div>
        </div>
      )}
    </div>
  );
}

function wordsFor(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return `All changes are saved (${formatMoment(state.at)}).`;
    case 'unsaved':
      return 'Not saved yet.';
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `Not saved. ${state.problem.message} ${state.problem.mend}`;
    case 'stale':
      return 'Not saved: changed by somebody else.';
  }
}

const sizeOf = ({ title, pages }: Instrument): string =>
  `“${title.en}”, ${pages.length} pages, ${pages.flatMap(({ questions }) => questions).length} questions`;
