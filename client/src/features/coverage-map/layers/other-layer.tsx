import { type ReactNode, useMemo } from 'react';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../../components/notice.js';
import { toProblem } from '../../../lib/to-problem.js';
import type { MapLayer } from '../explorer-state.js';
import type { ReleasedHospital } from '../released-hospital.js';
import { toCaseLayer } from './case-layer.js';
import type { LayerPicture } from './layer-picture.js';
import { casePlacesQuery, programmeLayerQuery } from './layers.graphql.js';
import { toProgrammeLayer } from './programme-layer.js';
import { toTierLayer } from './tier-layer.js';
import { toTrustLayer } from './trust-layer.js';
import { useTiers } from './use-tiers.js';

interface OtherLayerProps {
  readonly layer: Exclude<MapLayer, 'ladder'>;
  /** Year up to which the programme is shown. */
  readonly year: number;
  /** The hospitals that the filters leave. */
  readonly hospitals: readonly ReleasedHospital[];
  readonly children: (picture: LayerPicture) => ReactNode;
}

/** Every layer but the ladder; comes as a chunk of its own when one of them is chosen. */
export function OtherLayer({ layer, year, hospitals, children }: OtherLayerProps) {
  switch (layer) {
    case 'trusts':
      return <Made make={toTrustLayer} of={hospitals} show={children} />;
    case 'tier':
      return <TierLayer hospitals={hospitals} show={children} />;
    case 'early':
      return <ProgrammeLayer year={year} show={children} />;
    case 'cases':
      return <CaseLayer show={children} />;
  }
}

type Show = (picture: LayerPicture) => ReactNode;

function Made<From>({ make, of, show }: { make: (of: From) => LayerPicture; of: From; show: Show }) {
  const picture = useMemo(() => make(of), [make, of]);
  return show(picture);
}

function TierLayer({ hospitals, show }: { hospitals: readonly ReleasedHospital[]; show: Show }) {
  const { tiers, error, retry } = useTiers();
  const picture = useMemo(() => tiers && toTierLayer(hospitals, tiers), [hospitals, tiers]);
  if (error) return <ProblemNotice problem={toProblem(error)} onRetry={retry} />;
  return picture === undefined ? <Loading what="the liaison teams of the register" /> : show(picture);
}

function ProgrammeLayer({ year, show }: { year: number; show: Show }) {
  const [{ data, error }, again] = useQuery({ query: programmeLayerQuery });
  const picture = useMemo(() => data && toProgrammeLayer(data.earlyImplementers, year), [data, year]);
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  return picture === undefined ? <Loading what="the sites of the programme" /> : show(picture);
}

function CaseLayer({ show }: { show: Show }) {
  const [{ data, error }, again] = useQuery({ query: casePlacesQuery });
  const picture = useMemo(() => {
    if (!data) return undefined;
    const found = Object.values(data).filter((place) => place !== null);
    return toCaseLayer(new Map(found.map((place) => [place.odsCode, place])));
  }, [data]);
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  return picture === undefined ? <Loading what="the case studies" /> : show(picture);
}
