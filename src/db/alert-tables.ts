export interface AlertFeedTable {
  id: string;
  party: string | null;
  name: string;
  url: string;
  added_at: string;
  added_by: string;
  ended_at: string | null;
  etag: string | null;
  changed_at: string | null;
  asked_at: string | null;
  next_at: string;
  failures: number;
  failure: string | null;
}

export interface AlertEntryTable {
  id: string;
  feed_id: string;
  entry: string;
  updated: string;
  came_at: string;
  title: string;
  link: string | null;
  source: Uint8Array | null;
  errors: number;
  expires_at: string | null;
  state: 'new' | 'aside' | 'used';
  notice_id: string | null;
  settled_by: string | null;
}

/** Feeds of warnings that others publish. */
export interface AlertTables {
  alert_feed: AlertFeedTable;
  alert_entry: AlertEntryTable;
}
