/**
 * Every refusal of the product, with the HTTP status it becomes and the message id (`problem.<code>`) that says it
 * in the reader's language. Details are named in the comment after each code.
 */
export const PROBLEMS = {
  /** name */
  'file-empty': 422,
  /** name, size, limit (both MB) */
  'file-too-large': 413,
  /** name, found (what the bytes look like) */
  'file-not-text': 422,
  /** name, format, reason */
  'file-damaged': 422,
  /** name, sheet, limit: a spreadsheet with more rows than are read */
  'sheet-too-large': 413,
  /** name: a spreadsheet in which there is no table */
  'sheet-empty': 422,
  /** row, code: what a row of a spreadsheet asks is refused at the last moment */
  'sheet-row-refused': 409,
  /** name, format */
  'format-unknown': 415,
  /** name */
  'office-missing': 422,
  /** name */
  'file-missing': 404,
  /** name, reason */
  'file-unreadable': 422,
  /** noun, id */
  'not-found': 404,
  /** allowed: the methods of this address */
  'method-not-allowed': 405,
  /** field, reason */
  'input-invalid': 422,
  /** noun, id: somebody else changed it first */
  'changed-meanwhile': 409,
  /** path: the version named in If-Match is not the present one */
  'precondition-failed': 412,
  /** a change that has to name the version it saw, and does not */
  'precondition-required': 428,
  /** action, state */
  'action-not-allowed': 409,
  /** rule: what the content of a task's action breaks (message `task-rule.<rule>`) */
  'task-rule': 422,
  /** quote: the words do not stand in the source */
  'quote-not-found': 422,
  /** file, line, reason */
  'gold-invalid': 422,
  /** port */
  'port-taken': 500,
  /** unit: a unit without the code that an envelope is addressed by */
  'unit-without-code': 422,
  /** path */
  'disk-full': 507,
  /** path */
  'data-locked': 500,
  /** reason */
  'database-unreachable': 503,
  /** field, rule: what a notice says does not keep to its type (message `notice-rule.<rule>`) */
  'notice-invalid': 422,
  /** from, until: two people would be on duty at once */
  'roster-overlap': 409,
  /** found: words of a notice that name a person by a number or address, cut short */
  'notice-personal': 422,
  /** host: the name the request came under, which is none of this server's */
  'host-unknown': 421,
  /** origin: the other site whose page sent the request */
  'cross-site': 403,
  /** a text of one side is to become a language version of a work of the other, or of both */
  'sides-differ': 409,
  /** reason: what the mail server said */
  'mail-refused': 502,
  /** no mail server is set up */
  'mail-off': 409,
  /** nobody is signed in */
  'sign-in-needed': 401,
  /** mail and password, or the code, are not right: never says which */
  'sign-in-refused': 401,
  /** issuer: the identity provider that does not answer */
  'provider-unreachable': 503,
  /** the password is right and a code of the second factor is asked for */
  'code-needed': 401,
  /** mail: of another account */
  'mail-taken': 409,
  'last-administrator': 409,
  /** least: characters */
  'password-weak': 422,
  /** the link to choose a password was used, or is too old */
  'link-used': 410,
  /** rule, field: what may not leave this node (messages `exchange-rule.<rule>`) */
  'release-refused': 422,
  /** rule, field: a message of another node that is not what was agreed (messages `exchange-rule.<rule>`) */
  'message-refused': 422,
  /** rule: a request of another node that is not signed as agreed (messages `exchange-rule.<rule>`) */
  'signature-refused': 401,
  /** id: a message came again with other content */
  'message-conflict': 409,
  /** this node has no name or key yet, or partners cannot reach it */
  'node-not-set': 409,
  /** deed: what this seat may not do */
  'seat-may-not': 403,
  /** a program's token that is none, was revoked or has expired */
  'token-refused': 401,
  /** scope: what the token does not allow */
  'scope-missing': 403,
  /** seconds: until the next try */
  'too-many-attempts': 429,
  /** limit (MB): all files of one request together */
  'request-too-large': 413,
  /** id */
  unexpected: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** The one error type: a code of the table above with the details its message names. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ProblemCode, details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return PROBLEMS[this.code];
  }
}
