import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { PersonalFileButtons } from '../../components/personal-files.js';
import { toProblem } from '../../lib/to-problem.js';
import { exportPersonMutation } from './personal-data.graphql.js';

/** Everything that is kept about somebody, as files to hand out to them. */
export function SavePerson({ email }: { readonly email: string }) {
  const [{ fetching, error }, make] = useMutation(exportPersonMutation);
  return (
    <section aria-labelledby="save-person">
      <h2 id="save-person">Hand out</h2>
      <p>
        Make sure that you give it to the person whose address it is. Delete the file when it has been handed
        out. What somebody typed in a form and has not sent is not in it: the link of the form shows it to
        them.
      </p>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <PersonalFileButtons busy={fetching} onMake={async () => (await make({ email })).data?.exportPerson} />
    </section>
  );
}
