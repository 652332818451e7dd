export * from './escalations.ts';
export { changeLadder, type LadderDeed, type LadderView, laddersOf } from './ladders.ts';
export { listUrgings } from './list-urgings.ts';
export { type MailSettings, mailSettings } from './mail.ts';
export { mailLetter, type SentLetter } from './mail-letter.ts';
export { type ReplyMail, readReplyMail } from './reply-mail.ts';
export type * from './results.ts';
export { sendDigests } from './send-digests.ts';
export { type UrgeDay, urgeForDay, urgeToday } from './urge-day.ts';
