import type { AttributeContext } from './context.ts';
import { firstLine } from './parties.ts';

/** A body whose acts are conclusions, decisions or resolutions addressed to its members. */
const BODY = /(?<!\p{L})(?:Council|Assembly|Commission|COUNCIL|ASSEMBLY)(?!\p{L})/u;
const SPEAKS =
  /(?<!\p{L})(?:The|the|THE) (?:\p{Lu}[\p{L}-]* ){0,3}(?:Council|Assembly|Commission|COUNCIL|ASSEMBLY)(?!\p{L})/u;
const WE = /(?<!\p{L})(?:We|we)(?!\p{L})/u;
const OPENING = 4000;
const MEMBERS = /^(?:all )?member states$/iu;

const known = new WeakMap<AttributeContext, boolean>();

function isCouncil(context: AttributeContext): boolean {
  let council = known.get(context);
  if (council === undefined) {
    const opening = context.document.text.slice(0, OPENING);
    const titled = BODY.test(firstLine(context.document)) || /^\s*THE COUNCIL OF/mu.test(opening);
    council = titled && SPEAKS.test(opening) && !WE.test(opening);
    known.set(context, council);
  }
  return council;
}

/** `calls on the Member States to …` in conclusions of a council, which is not its members: they are told, and not all parties. */
export function addressesMembers(words: string, context: AttributeContext): boolean {
  return MEMBERS.test(words) && isCouncil(context);
}
