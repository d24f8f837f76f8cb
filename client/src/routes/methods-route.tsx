import { Page } from '../components/page.js';
import { AbsencesAndCodes } from '../features/methods/absences-and-codes.js';
import { Definitions } from '../features/methods/definitions.js';
import { Questionnaires } from '../features/methods/questionnaires.js';
import { SourcesAndConflicts } from '../features/methods/sources-and-conflicts.js';

/** `/methods`: definitions, codes, documents, questionnaires. */
export function MethodsRoute() {
  return (
    <Page heading="Methods" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <div className="la-measure">
        <p className="nhsuk-lede-text">
          What every figure counts, what it assumes, and what is not known. Each published figure can be made
          again from the release it stands in.
        </p>
        <Definitions />
        <AbsencesAndCodes />
        <SourcesAndConflicts />
      </div>
      <Questionnaires />
    </Page>
  );
}
