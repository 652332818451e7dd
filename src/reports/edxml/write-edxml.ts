import { xmlText } from '../../kernel/index.ts';

const NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
const XLINK = 'http://www.w3.org/1999/xlink';

/** An organisation of an envelope: its code (Decision 20/2020/QĐ-TTg) and its name. */
export interface EnvelopeParty {
  readonly code: string;
  readonly name: string;
}

/** A document as its envelope tells of it. */
export interface Envelope {
  /** Of the document: the same in every envelope it travels in. */
  readonly id: string;
  readonly from: EnvelopeParty & { readonly above: string | null };
  readonly to: readonly EnvelopeParty[];
  readonly number: number | null;
  /** What follows the number: `BC-UBND`. */
  readonly notation: string;
  readonly place: string;
  /** ISO date. */
  readonly date: string | null;
  /** What kind of document it is, in words: `Báo cáo`; a dispatch without a name of its own is a `Công văn`. */
  readonly typeName: string;
  readonly subject: string;
  readonly signer: { readonly authority: string; readonly title: string; readonly name: string };
  /** ISO date by which an answer is asked for. */
  readonly due: string | null;
  readonly recipients: readonly string[];
  /** Instant the envelope tells of, with offset. */
  readonly sent: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

type Content = string | readonly string[] | null;

/** An element with words or with elements inside; one without content stands empty, since the order is what is read. */
function element(name: string, content: Content): string {
  if (content === null || content.length === 0) return `<edXML:${name}/>`;
  const inside = typeof content === 'string' ? xmlText(content) : content.join('');
  return `<edXML:${name}>${inside}</edXML:${name}>`;
}

/** Days are written with strokes. */
function dayOf(iso: string | null): string | null {
  return iso === null ? null : iso.slice(0, 10).replaceAll('-', '/');
}

function party(name: string, { code, name: called }: EnvelopeParty, above: string | null): string {
  return element(name, [
    element('OrganId', code),
    element('OrganizationInCharge', above),
    element('OrganName', called),
  ]);
}

function messageHeader(document: Envelope): string {
  const { from, to, number, notation, place, date, typeName, subject, signer, due, recipients, id } = document;
  return element('MessageHeader', [
    party('From', from, from.above),
    ...to.map((one) => party('To', one, null)),
    element('Code', [
      element('CodeNumber', number === null ? null : String(number)),
      element('CodeNotation', notation),
    ]),
    element('PromulgationInfo', [element('Place', place), element('PromulgationDate', dayOf(date))]),
    element('DocumentType', [element('Type', ADMINISTRATIVE), element('TypeName', typeName)]),
    element('Subject', subject),
    element('Content', subject),
    element('SignerInfo', [
      element('Competence', signer.authority),
      element('Position', signer.title),
      element('FullName', signer.name),
    ]),
    element('DueDate', dayOf(due)),
    element(
      'ToPlaces',
      recipients.map((place) => element('Place', place)),
    ),
    element('OtherInfo', [element('Priority', NORMAL)]),
    element('DocumentId', id),
  ]);
}

/** An ordinary document of administration, without urgency; a new one, neither taken back nor replaced. */
const ADMINISTRATIVE = '2';
const NORMAL = '0';
const NEW = '0';

function traces({ from, sent }: Envelope): string {
  const trace = element('TraceHeader', [element('OrganId', from.code), element('Timestamp', stamp(sent))]);
  // `Bussiness` is how the standard spells it.
  return element('TraceHeaderList', [trace, element('Bussiness', [element('BussinessDocType', NEW)])]);
}

/** `2026/07/06 08:00:00`, as days are written. */
function stamp(instant: string): string {
  return `${dayOf(instant)} ${instant.slice(11, 19)}`;
}

/**
 * Writes a document as an envelope after QCVN 102:2016/BTTTT (edXML): header, traces and references by `cid:`, and behind the
 * envelope the files in base64. No schema or sample of it is public, so the shape is not verified against the national axis.
 */
export function writeEdxml(document: Envelope): string {
  const references = document.files.map(
    ({ name, type }, at) =>
      `<edXML:Reference xlink:href="cid:${contentId(document, at)}">${element('AttachmentName', name)}${element('ContentType', type)}</edXML:Reference>`,
  );
  const attachments = document.files.map(({ name, type, bytes }, at) =>
    element('Attachment', [
      element('AttachmentName', name),
      element('ContentType', type),
      element('ContentTransferEncoded', 'base64'),
      element('ContentId', contentId(document, at)),
      element('Content', Buffer.from(bytes).toString('base64')),
    ]),
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<edXML:edXML xmlns:edXML="${NAMESPACE}" xmlns:xlink="${XLINK}">` +
    element('edXMLEnvelope', [
      element('edXMLHeader', [messageHeader(document), traces(document)]),
      element('edXMLBody', [element('edXMLManifest', references)]),
    ]) +
    `${element('AttachmentEncoded', attachments)}</edXML:edXML>\n`
  );
}

function contentId({ id }: Envelope, at: number): string {
  return `${id}-${at + 1}`;
}
