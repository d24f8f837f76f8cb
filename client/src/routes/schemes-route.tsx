import { useParams } from 'react-router';

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { SignedIn } from '../components/signed-in.js';
import { JoinScheme } from '../features/schemes/join-scheme.js';
import { KeepScheme } from '../features/schemes/keep-scheme.js';
import { SchemePage } from '../features/schemes/scheme-page.js';
import { MySchemes } from '../features/schemes/schemes-page.js';

const HOME = { label: 'Home', path: '/' };
const SCHEMES = { label: 'Schemes', path: '/schemes' };

/** `/schemes`, `/schemes/keep`, `/schemes/join` and `/schemes/:id`. */
export function SchemesRoute() {
  const { id } = useParams();
  if (id === 'keep' || id === 'join')
    return (
      <Page heading={id === 'keep' ? 'Keep in a scheme' : 'A shared scheme'} crumbs={[HOME, SCHEMES]} wide>
        <SignedIn>
          {(signedIn) =>
            id === 'keep' ? <KeepScheme signedIn={signedIn} /> : <JoinScheme signedIn={signedIn} />
          }
        </SignedIn>
      </Page>
    );
  if (id === undefined)
    return (
      <Page heading="Schemes" crumbs={[HOME]} wide>
        <Permitted any={['OwnAccount']}>{() => <MySchemes />}</Permitted>
      </Page>
    );
  return (
    <Permitted
      any={['OwnAccount']}
      frame={(content) => (
        <Page heading="Scheme" crumbs={[HOME, SCHEMES]} wide>
          {content}
        </Page>
      )}
    >
      {() => <SchemePage key={id} id={id} />}
    </Permitted>
  );
}
