import type {
  ChannelActionBody,
  ChannelState,
  NoticeActionBody,
  NoticeState,
  PostActionBody,
  PostState,
  RosterActionBody,
  RosterState,
} from '../notices/index.ts';
import type { Json, LogColumns } from './tables.ts';

/** What is kept with a log of its own: the sides that see it, how many actions it has, and where they lead to. */
export interface KeptTable<State> {
  id: string;
  parties: readonly string[];
  version: number;
  state: Json<State>;
}

export interface NoticeTable extends KeptTable<NoticeState> {
  told: number;
}

interface SideAction<Body> extends LogColumns {
  party: string;
  body: Json<Body>;
}

export interface ChannelActionTable extends SideAction<ChannelActionBody> {
  channel_id: string;
}
export interface NoticeActionTable extends SideAction<NoticeActionBody> {
  notice_id: string;
}
export interface NoticeNoteActionTable extends SideAction<{ readonly type: 'note'; readonly text: string }> {
  notice_id: string;
}
export interface DutyPostActionTable extends SideAction<PostActionBody> {
  post_id: string;
}
export interface DutyRosterActionTable extends SideAction<RosterActionBody> {
  roster_id: string;
}

/** How the mail of a page stands: none is set up; an exercise; to be sent; sent; given up; nobody to send it to. */
export type PageMail = 'off' | 'exercise' | 'waiting' | 'sent' | 'failed' | 'nobody';

export interface NoticePageTable {
  id: string;
  notice_id: string | null;
  about: string;
  reason: 'issue' | 'update' | 'cancel' | 'escalate' | 'confirm';
  party: string;
  post_id: string | null;
  name: string;
  address: string;
  made_at: string;
  mail: PageMail;
  attempts: number;
  next_at: string;
  sent_at: string | null;
  error: string | null;
}

/** The tables of notices, channels and duty. */
export interface NoticeTables {
  channel: KeptTable<ChannelState>;
  channel_action: ChannelActionTable;
  notice: NoticeTable;
  notice_action: NoticeActionTable;
  notice_note_action: NoticeNoteActionTable;
  duty_post: KeptTable<PostState>;
  duty_post_action: DutyPostActionTable;
  duty_roster: KeptTable<RosterState>;
  duty_roster_action: DutyRosterActionTable;
  notice_page: NoticePageTable;
}
