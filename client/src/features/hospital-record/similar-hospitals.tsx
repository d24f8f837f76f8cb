import { findCaseStudy } from '@liaison-atlas/shared/commissioning/case-studies';
import { kmWords } from '@liaison-atlas/shared/commissioning/nearest';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { graphql } from '../../lib/graphql.js';

const similarQuery = graphql(`
  query SimilarHospitals($odsCode: ID!, $roundId: ID!) {
    similarHospitals(odsCode: $odsCode, roundId: $roundId) {
      hospital {
        odsCode
        name
        label
      }
      km
      inReach
      studies
      likenesses {
        measure
        alike
        words
      }
    }
  }
`);

/** "Hospitals like this one that solved it", with the reasons; nothing where nothing is reported absent or weak. */
export function SimilarHospitals({
  odsCode,
  roundId,
}: {
  readonly odsCode: string;
  readonly roundId: string;
}) {
  const [{ data }] = useQuery({ query: similarQuery, variables: { odsCode, roundId } });
  const found = data?.similarHospitals ?? [];
  if (found.length === 0) return null;
  return (
    <>
      <h3>Hospitals like this one that solved it</h3>
      <p>
        Those that are alike on most of five measures come first; attendances are alike up to a quarter, near
        is up to 50 km in a straight line. These bounds are ours.
      </p>
      <ul>
        {found.map(({ hospital, km, inReach, studies, likenesses }) => (
          <li key={hospital.odsCode}>
            <Link to={`/hospitals/${hospital.odsCode}`}>{hospital.name}</Link>, {kmWords(km)}:{' '}
            {[
              ...(inReach ? [`${hospital.label}, as judged by its liaison team`] : []),
              ...(studies.length > 0 ? ['case study of 2016: '] : []),
            ].join('; ')}
            {studies.map((slug) => (
              <Link key={slug} to={`/case-studies/${slug}`}>
                {findCaseStudy(slug)?.title ?? slug}
              </Link>
            ))}
            <ul>
              {(['yes', 'no', 'not_known'] as const).map((alike) => {
                const words = likenesses.filter((one) => one.alike === alike).map((one) => one.words);
                return (
                  words.length > 0 && (
                    <li key={alike}>
                      {alike === 'yes' ? 'Alike: ' : alike === 'no' ? 'Not alike: ' : ''}
                      {words.join('; ')}
                    </li>
                  )
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
