import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { toProblem } from '../../lib/to-problem.js';
import { draftQuery } from './design-instruments.graphql.js';
import { Designer } from './designer.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Questionnaires', path: '/manage/instruments' },
];

/** `/manage/instruments/:id`: one draft in the designer. */
export function DesignerPage({ id }: { readonly id: string }) {
  return (
    <Permitted any={['DesignInstrument']} frame={frame('Questionnaire')}>
      {() => <OpenDraft id={id} />}
    </Permitted>
  );
}

const frame = (heading: string) => (content: ReactNode) => (
  <Page heading={heading} crumbs={CRUMBS} wide>
    {content}
  </Page>
);

function OpenDraft({ id }: { readonly id: string }) {
  const [{ data, error }] = useQuery({ query: draftQuery, variables: { id }, requestPolicy: 'network-only' });
  if (error && !data) return frame('Questionnaire')(<ProblemNotice problem={toProblem(error)} />);
  if (!data) return frame('Questionnaire')(<Loading what="the draft" />);
  const { title, content, ...draft } = data.instrumentDraft;
  return frame(`Draft: ${title}`)(
    <Designer key={draft.id} draft={draft} opened={JSON.parse(content) as Instrument} />,
  );
}
