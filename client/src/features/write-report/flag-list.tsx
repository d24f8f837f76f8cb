import { holdsBack, type ReportFlag } from '@liaison-atlas/shared/publication/report/report-flags';

interface FlagListProps {
  readonly flags: readonly ReportFlag[];
  readonly onGo: (block: string) => void;
}

/** What is to be looked at before the report can go out, and what it will say openly. */
export function FlagList({ flags, onGo }: FlagListProps) {
  const holding = flags.filter(holdsBack);
  const waiting = flags.filter(({ code }) => code === 'NOT_WRITTEN');
  return (
    <section aria-labelledby="report-flags">
      <h2 id="report-flags">To look at</h2>
      <p>
        {holding.length === 0
          ? 'Every number is a figure that can be traced.'
          : `${holding.length} ${holding.length === 1 ? 'thing holds' : 'things hold'} the next release back:`}
      </p>
      <Flags flags={holding} onGo={onGo} />
      {waiting.length > 0 && (
        <>
          <p>Still to be written by somebody; as long as it is not, the report says so:</p>
          <Flags flags={waiting} onGo={onGo} />
        </>
      )}
    </section>
  );
}

function Flags({ flags, onGo }: FlagListProps) {
  if (flags.length === 0) return null;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {flags.map(({ field, message, text }) => (
        <li key={`${field}-${text}-${message}`}>
          {message}{' '}
          {!field.startsWith('cherries.') && field !== 'title' && (
            <a
              href={`#block-${field}`}
              onClick={() => {
                onGo(field);
              }}
            >
              Go to it<span className="nhsuk-u-visually-hidden">: {message}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
