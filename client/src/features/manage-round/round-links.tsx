import type { Permission } from '@liaison-atlas/shared/access/permissions';
import { Link } from 'react-router';

interface RoundLink {
  readonly permission: Permission;
  readonly label: string;
  readonly to: (round: string) => string;
}

/** The parts of a round's work in the order in which they come, each with what it takes to do it. */
const LINKS: readonly RoundLink[] = [
  { permission: 'PlanRound', label: 'Plan', to: (round) => `/manage/rounds/${round}/plan` },
  { permission: 'ManageContacts', label: 'Contacts', to: (round) => `/manage/rounds/${round}/contacts` },
  {
    permission: 'ManageContacts',
    label: 'Invitations and reminders',
    to: (round) => `/manage/rounds/${round}/mailings`,
  },
  { permission: 'CleanRound', label: 'Cleaning', to: (round) => `/manage/rounds/${round}/cleaning` },
  { permission: 'ManageCoding', label: 'Coding of comments', to: (round) => `/manage/coding?round=${round}` },
  {
    permission: 'ReleaseRound',
    label: 'Right of reply and releases',
    to: (round) => `/manage/rounds/${round}/release`,
  },
  { permission: 'ReadAnalysis', label: 'Report', to: (round) => `/manage/rounds/${round}/report` },
  { permission: 'ReadHistory', label: 'History', to: (round) => `/manage/history?kind=round&id=${round}` },
];

/** From the live state of a round to everything else that one may do in it. */
export function RoundLinks(props: { readonly roundId: string; readonly permissions: readonly string[] }) {
  const round = encodeURIComponent(props.roundId);
  const shown = LINKS.filter(({ permission }) => props.permissions.includes(permission));
  if (shown.length === 0) return null;
  return (
    <nav aria-label="Work on this round" className="la-no-print">
      <ul className="nhsuk-list la-inline-list">
        {shown.map(({ label, to }) => (
          <li key={label}>
            <Link to={to(round)}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
