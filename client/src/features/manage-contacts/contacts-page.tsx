import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { TabList } from '../../components/tab-list.js';
import { toProblem } from '../../lib/to-problem.js';
import type { ContactView } from './contact-view.js';
import { ImportContacts } from './import-contacts.js';
import { contactsQuery } from './manage-contacts.graphql.js';
import { PeopleTab, ROWS_A_PAGE } from './people-tab.js';

const TABS = [
  { id: 'people', label: 'People' },
  { id: 'import', label: 'Lists and import' },
] as const;
type Tab = (typeof TABS)[number]['id'];

/** The people who are invited to a round; for its lead only. */
export function ContactsPage({ roundId }: { readonly roundId: string }) {
  const path = `/manage/rounds/${encodeURIComponent(roundId)}`;
  const crumbs = [
    { label: 'Home', path: '/' },
    { label: `Round ${roundId}`, path },
  ];
  return (
    <Page heading="Contacts" caption={`Round ${roundId}`} crumbs={crumbs} wide>
      <Permitted any={['ManageContacts']}>
        {() => (
          <>
            <p>
              <Link to={`${path}/mailings`}>Invitations and reminders</Link>
            </p>
            <Book roundId={roundId} />
          </>
        )}
      </Permitted>
    </Page>
  );
}

function Book({ roundId }: { readonly roundId: string }) {
  const [parameters, setParameters] = useSearchParams();
  const tab: Tab = parameters.get('tab') === 'import' ? 'import' : 'people';
  const [view, setView] = useState<ContactView>({ listId: '', search: '', only: '', page: 1 });
  const [{ data, error, stale, fetching }, again] = useQuery({
    query: contactsQuery,
    variables: {
      roundId,
      listId: view.listId,
      search: view.search,
      only: view.only === '' ? null : view.only,
      skip: (view.page - 1) * ROWS_A_PAGE,
      take: ROWS_A_PAGE,
    },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data && !fetching) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the contacts" />;
  return (
    <TabList
      label="Parts of the contacts"
      tabs={TABS}
      selected={tab}
      onSelect={(id) => setParameters(id === 'people' ? {} : { tab: id }, { replace: true })}
    >
      {tab === 'import' ? (
        <ImportContacts roundId={roundId} lists={data.contacts.lists} onChanged={reload} />
      ) : (
        <PeopleTab
          roundId={roundId}
          book={data.contacts}
          busy={stale}
          view={view}
          onView={setView}
          onChanged={reload}
        />
      )}
    </TabList>
  );
}
