import { useParams } from 'react-router';
import type { ReactNode } from 'react';

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
  const content: ReactNode = id === undefined ? <MySchemes /> : <SchemePage key={id} id={id} />;
  return (
    <Page
      heading={id === undefined ? 'Schemes' : 'Scheme'}
      crumbs={id === undefined ? [HOME] : [HOME, SCHEMES]}
      wide
    >
      <Permitted any={['OwnAccount']}>{() => content}</Permitted>
    </Page>
  );
}
