/** "All regional offices must …": an office is bound by what it must do; states only hold that something must be done. */
export function bindsOffice(subject: string | undefined): boolean {
  return subject !== undefined && OFFICES.test(subject);
}
const OFFICES =
  /\b(?:offices?|departments?|directorates?|divisions?|units?|inspectors?|directors?|heads of (?:departments|units|agencies)|agency|inspectorate|service)\b/iu;

/** Tokens between "nor" and its verb. */
export const NOR_REACH = 7;
/** Whose something is. */
export const POSSESSIVE = new Set(['their', 'its', 'our', 'his', 'her', 'the']);
/** Introducing words that take no "to" before a further action: "will …, and to …" is a purpose. */
export const MODALS = new Set(['will', 'shall', 'would', 'should', 'must']);
/** Verbs that tell somebody to act: the strength is that of the act told (GUIDE, clarification 3). */
export const DIRECTING = new Set([
  'direct',
  'instruct',
  'task',
  'mandate',
  'request',
  'ask',
  'charge',
  'entrust',
  'order',
  'assign',
  'tell',
]);
/** What is agreed in a that-clause is promised, also in the passive. */
export const AGREED = /^(?:agree|concur|decide|resolve|undertake|pledge|commit)\b/;
/** What a party believes or wishes of somebody else's future is no undertaking. */
export const BELIEF =
  /^(?:believe|trust|wish|hope|confident|convinced|expect|consider|congratulate|recogni[sz]e|note|acknowledge|view)$/;
/** The parties themselves: "We will be guided by …" is theirs to do. */
export const OURSELVES = /^(?:we|they|both sides|the two sides|both countries|the two countries|leaders|the parties)$/;
