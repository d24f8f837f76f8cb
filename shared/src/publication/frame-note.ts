import type { ReleaseDocument } from './release.js';

/** Says which frame the shares are of (domain, "Frame"): the 175 listed are never called the 179. */
export function frameNote({ frame, forms }: Pick<ReleaseDocument, 'frame' | 'forms'>): string {
  if (frame.declaredSize === null)
    return `Shares are of the ${frame.listedSize} hospitals listed in the frame.`;
  return (
    `Shares are of the ${frame.declaredSize} hospitals that the source declares without listing them; this assumes ` +
    `that its ${forms.analysed} analysed forms are ${forms.analysed} different hospitals among those ` +
    `${frame.declaredSize}. The ${frame.listedSize} hospitals listed here are another list.`
  );
}
