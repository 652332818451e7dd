export { actOnNotice, type NoticeDeed, type NoticeDeedBody, noteOnNotice } from './act-on-notice.ts';
export {
  actOnChannel,
  type ChannelDeed,
  type ChannelList,
  type ChannelView,
  channelsOf,
  openChannel,
} from './channels.ts';
export * from './duty.ts';
export { followNotice, followNotices } from './follow-notices.ts';
export { gateCalendar } from './gate-calendar.ts';
export { issueNotice, type NoticeDraft } from './issue-notice.ts';
export { rebuildNotices } from './keep.ts';
export { listNotices, type NoticeDetail, type NoticeList, type NoticeView, readNotice } from './read-notices.ts';
export { receiveNotice } from './receive-notice.ts';
export { remindContacts, sendPages } from './send-pages.ts';
