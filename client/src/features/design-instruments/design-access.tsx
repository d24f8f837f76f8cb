import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { designPermissionsQuery } from './design-instruments.graphql.js';

/** Shows the designer to those who may use it; others are told what they would need. */
export function DesignAccess(props: {
  /** The page around whatever is shown. */
  readonly frame: (content: ReactNode) => ReactNode;
  readonly children: () => ReactNode;
}) {
  const { frame, children } = props;
  const [{ data, error }] = useQuery({ query: designPermissionsQuery });
  if (error) return frame(<ProblemNotice problem={toProblem(error)} />);
  if (!data) return frame(<Loading what="your permissions" />);
  if (data.viewer.permissions.includes('DesignInstrument')) return children();
  return frame(
    <InsetText>
      <p>
        Only survey leads and administrators design questionnaires. You are{' '}
        {data.viewer.signedIn ? 'signed in without this permission' : 'not signed in'}.
      </p>
      {data.viewer.demo && (
        <p>
          In this demonstration you can sign in as survey lead on the <Link to="/">start page</Link>.
        </p>
      )}
    </InsetText>,
  );
}
