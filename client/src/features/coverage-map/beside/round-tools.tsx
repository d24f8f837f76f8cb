import { InsetText } from '../../../components/notice.js';
import { SelectField } from '../../../components/select-field.js';
import { SliderField } from '../../../components/slider-field.js';
import { markedRoundTitle } from '../../../lib/round-words.js';
import type { ExplorerState } from '../explorer-state.js';
import type { MapRound, ShownRelease } from '../released-hospital.js';
import { useRoundsBeside } from './use-rounds-beside.js';

interface RoundToolsProps {
  readonly release: ShownRelease;
  /** Released rounds, the latest first. */
  readonly rounds: readonly MapRound[];
  readonly beside: string;
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** A slider through the rounds that may be compared, a second round beside this one, and why some are not offered. */
export function RoundTools({ release, rounds, beside, onChange }: RoundToolsProps) {
  const { others, failed } = useRoundsBeside(release.round.id, rounds);
  if (failed) return <p>The rounds could not be loaded. The round in the filters can still be changed.</p>;
  if (others === undefined) return <p>Fetching the rounds…</p>;
  const allowed = others.filter(({ comparable }) => comparable);
  const refused = others.filter(({ comparable }) => !comparable);
  // Oldest first, as time runs; the list of rounds has the latest first.
  const steps = rounds
    .filter(({ id }) => id === release.round.id || allowed.some(({ round }) => round.id === id))
    .toReversed();
  const at = steps.findIndex(({ id }) => id === release.round.id);
  return (
    <>
      {allowed.length > 0 ? (
        <>
          <SliderField
            label="Round"
            value={at}
            least={0}
            most={steps.length - 1}
            wordsOf={(to) => markedRoundTitle(steps[to] ?? release.round)}
            onChange={(to) =>
              onChange({ round: steps[to]?.id ?? '', beside: '', selected: '', only: [], page: 1 })
            }
          />
          <SelectField
            label="Set beside"
            hint="Two maps that move together, and both rounds in the list."
            value={allowed.some(({ round }) => round.id === beside) ? beside : ''}
            choices={[
              { value: '', label: 'No other round' },
              ...allowed.map(({ round }) => ({ value: round.id, label: markedRoundTitle(round) })),
            ]}
            onChange={(id) => onChange({ beside: id, page: 1 })}
          />
        </>
      ) : (
        <InsetText>
          <p>No other released round can be set beside this one.</p>
        </InsetText>
      )}
      {refused.length > 0 && (
        <ul className="la-source">
          {refused.map(({ round, why }) => (
            <li key={round.id}>
              {markedRoundTitle(round)} is not offered: {why}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
