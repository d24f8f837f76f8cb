/** Every invented text begins with this, so that it cannot be taken for something a respondent wrote. */
export const SYNTHETIC_TEXT = 'Synthetic comment:';

export const INVENTED_COMMENTS = [
  `${SYNTHETIC_TEXT} staff would need more training before they take on complex cases.`,
  `${SYNTHETIC_TEXT} most of our patients have several illnesses at once.`,
  `${SYNTHETIC_TEXT} a pilot is being talked about, nothing is decided.`,
  `${SYNTHETIC_TEXT} health psychologists in our team already do much of this work.`,
  `${SYNTHETIC_TEXT} each part of the pathway is commissioned on its own.`,
  `${SYNTHETIC_TEXT} we would gladly advise practices on complex cases.`,
] as const;

export const INVENTED_POSITIVES = [
  `${SYNTHETIC_TEXT} joint supervision every two weeks.`,
  `${SYNTHETIC_TEXT} therapists have a room beside ours.`,
  `${SYNTHETIC_TEXT} referrals are answered within days.`,
] as const;

export const INVENTED_IMPROVEMENTS = [
  `${SYNTHETIC_TEXT} a record that both teams can read.`,
  `${SYNTHETIC_TEXT} a link worker who knows both services.`,
  `${SYNTHETIC_TEXT} more conditions accepted.`,
] as const;
