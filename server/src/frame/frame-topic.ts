/** The topic that a change of what the public sees of sites and frames touches (`Unit.touch`). */
export const FRAME_TOPIC = 'frame';
