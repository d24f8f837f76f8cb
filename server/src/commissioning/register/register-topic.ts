/** The topic that a change of what the public sees of the service register touches (`Unit.touch`). */
export const REGISTER_TOPIC = 'register';
