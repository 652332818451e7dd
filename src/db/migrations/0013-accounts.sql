-- Units of the parties, the people who act for them, and the wall between the sides.

-- Who the database is asked for: the party of the seat that a connection works for, null where none is set.
create function servanda_party() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('servanda.party', true), '') $$;

-- A projection: every row can be made again from unit_action.
create table unit (
  id text constraint unit_key primary key,
  party text not null,
  names jsonb not null,
  parent text constraint unit_under references unit (id),
  "from" date,
  until date,
  successor text constraint unit_succeeded_by references unit (id),
  entity text constraint unit_of_entity references entity (id),
  version integer not null,
  constraint unit_party_form check (party ~ '^[A-Z]{2}$'),
  constraint unit_not_under_itself check (parent <> id),
  constraint unit_not_its_successor check (successor <> id),
  constraint unit_days_forward check ("from" <= until),
  constraint unit_successor_after_end check (successor is null or until is not null),
  constraint unit_version_positive check (version > 0)
);
create index unit_by_parent on unit (parent);
create index unit_by_successor on unit (successor);
create unique index unit_entity_once on unit (entity) where entity is not null;

create table unit_action (
  id text constraint unit_action_key primary key,
  unit_id text not null constraint unit_action_of_unit references unit (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint unit_action_in_order unique (unit_id, sequence),
  constraint unit_action_sequence_positive check (sequence > 0),
  constraint unit_action_by_given check (btrim(by) <> ''),
  constraint unit_action_type_known check (body ->> 'type' in ('add', 'edit', 'end'))
);
create trigger unit_action_append_only before update or delete or truncate on unit_action
  for each statement execute function refuse_change();

create table account (
  id text constraint account_key primary key,
  name text not null,
  -- As it is signed in with: trimmed, lower case.
  mail text not null,
  -- Argon2id in PHC form; null until the person has chosen one.
  password text,
  -- Sealed with the key of this installation; null without a second factor.
  totp text,
  -- The time step of the last code taken, so that none is taken twice.
  totp_step bigint,
  -- SHA-256 of the recovery codes that are left.
  recovery text[] not null,
  -- SHA-256 of the one-time link to choose a password, and until when it can be used.
  invitation text,
  invitation_until timestamptz,
  disabled boolean not null,
  demonstration boolean not null,
  created_at timestamptz not null,
  constraint account_name_given check (btrim(name) <> ''),
  constraint account_mail_form check (mail = lower(btrim(mail)) and mail like '_%@_%'),
  constraint account_invitation_whole check ((invitation is null) = (invitation_until is null))
);
create unique index account_mail_taken on account (mail);

-- What was done to an account and to its posts; never what its person reads.
create table account_action (
  id text constraint account_action_key primary key,
  account_id text not null constraint account_action_of_account references account (id),
  at timestamptz not null,
  by text not null,
  body jsonb not null,
  constraint account_action_by_given check (btrim(by) <> ''),
  constraint account_action_type_known check (body ->> 'type' in
    ('add', 'rename', 'password', 'totp', 'totp-off', 'recovery', 'invite', 'disable', 'enable', 'hold', 'release', 'locked'))
);
create index account_action_of on account_action (account_id, at);
create trigger account_action_append_only before update or delete or truncate on account_action
  for each statement execute function refuse_change();

create table post (
  id text constraint post_key primary key,
  unit_id text not null constraint post_of_unit references unit (id),
  role text not null,
  constraint post_of_unit_once unique (unit_id, role),
  constraint post_role_known check (role in
    ('reader', 'reporter', 'unit-head', 'secretariat', 'leader', 'administrator', 'duty-officer'))
);

-- A person in a post, both days inclusive. Its id is the hand that the logs name, so rows are never erased.
create table holding (
  id text constraint holding_key primary key,
  post_id text not null constraint holding_of_post references post (id),
  account_id text not null constraint holding_of_account references account (id),
  "from" date not null,
  until date,
  constraint holding_days_forward check ("from" <= until)
);
create index holding_by_post on holding (post_id);
create index holding_by_account on holding (account_id);

create function holding_apart() returns trigger language plpgsql as $$
begin
  if exists (select 1 from holding h
    where h.id <> new.id and h.post_id = new.post_id and h.account_id = new.account_id
      and daterange(h."from", h.until, '[]') && daterange(new."from", new.until, '[]')) then
    raise exception 'a person holds a post once at a time'
      using errcode = 'exclusion_violation', table = 'holding', constraint = 'holding_apart';
  end if;
  return new;
end
$$;
create trigger holding_apart before insert or update on holding for each row execute function holding_apart();

create table login_session (
  -- SHA-256 of the token in the cookie.
  id text constraint login_session_key primary key,
  account_id text not null constraint login_session_of_account references account (id),
  holding_id text constraint login_session_of_holding references holding (id),
  csrf text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index login_session_by_account on login_session (account_id);

create table login_attempt (
  -- SHA-256 of what was tried: an account's mail.
  id text constraint login_attempt_key primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table setting (
  name text constraint setting_key primary key,
  value jsonb not null
);

-- The side a work belongs to: read by both sides where null, else by the seats of that party alone.
alter table work add column side text;
alter table work add constraint work_side_form check (side ~ '^[A-Z]{2}$');
alter table commitment add column side text;
alter table entity add column side text;
alter table lesson add column side text default servanda_party();
alter table import_job add column side text default servanda_party();

-- The side of a commitment is its work's, kept on it because lists run through commitments by the hundred thousand.
create function commitment_takes_side() returns trigger language plpgsql security definer set search_path from current as $$
begin
  select w.side into new.side from work w where w.id = new.work_id;
  return new;
end
$$;
create trigger commitment_takes_side before insert or update of work_id on commitment
  for each row execute function commitment_takes_side();

-- An entity that only texts of one side name is of that side; the first text both read that names it makes it known to both.
create function entity_takes_side() returns trigger language plpgsql as $$
begin
  if new.origin = 'text' then new.side := coalesce(new.side, servanda_party()); end if;
  return new;
end
$$;
create trigger entity_takes_side before insert on entity for each row execute function entity_takes_side();

create function mention_opens_entity() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update entity e set side = null
  where e.side is not null and e.id in (
    select m.entity_id from added m join expression x on x.id = m.expression_id join work w on w.id = x.work_id
    where w.side is distinct from e.side);
  return null;
end
$$;
create trigger mention_opens_entity after insert on entity_mention referencing new table as added
  for each statement execute function mention_opens_entity();

-- Entities that the texts brought in are of the side whose texts alone name them. Without a seat nobody knows a side while
-- entities are made: run when accounts begin, and when a work changes its side.
create function settle_entity_sides() returns void language sql security definer set search_path from current as $$
  update entity e set side = named.side
  from (select m.entity_id, case when count(w.side) = count(*) and count(distinct w.side) = 1 then min(w.side) end as side
    from entity_mention m join expression x on x.id = m.expression_id join work w on w.id = x.work_id
    group by m.entity_id) named
  where named.entity_id = e.id and e.origin = 'text' and e.side is distinct from named.side
$$;

create function work_changes_side() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update commitment set side = new.side where work_id = new.id;
  perform settle_entity_sides();
  return null;
end
$$;
create trigger work_changes_side after update of side on work for each row
  when (old.side is distinct from new.side) execute function work_changes_side();

-- The wall. What hangs from a work is seen and changed only by whom the work is open to.
alter table work enable row level security;
create policy wall on work to servanda_seat using (side is null or side = (select servanda_party()));
alter table commitment enable row level security;
create policy wall on commitment to servanda_seat using (side is null or side = (select servanda_party()));
alter table entity enable row level security;
create policy wall on entity to servanda_seat using (side is null or side = (select servanda_party()));
alter table lesson enable row level security;
create policy wall on lesson to servanda_seat using (side is null or side = (select servanda_party()));
alter table import_job enable row level security;
create policy wall on import_job to servanda_seat using (side is null or side = (select servanda_party()));

alter table work_action enable row level security;
create policy wall on work_action to servanda_seat using (exists (select 1 from work w where w.id = work_id));
alter table work_link enable row level security;
create policy wall on work_link to servanda_seat using (exists (select 1 from work w where w.id = work_id)
  and exists (select 1 from work w where w.id = other_id));
alter table expression enable row level security;
create policy wall on expression to servanda_seat using (exists (select 1 from work w where w.id = work_id));
alter table manifestation enable row level security;
create policy wall on manifestation to servanda_seat using (exists (select 1 from expression x where x.id = expression_id));
alter table text_description enable row level security;
create policy wall on text_description to servanda_seat
  using (exists (select 1 from expression x where x.id = expression_id));
alter table provision enable row level security;
create policy wall on provision to servanda_seat
  using (exists (select 1 from manifestation m where m.id = manifestation_id));
alter table sentence enable row level security;
create policy wall on sentence to servanda_seat
  using (exists (select 1 from manifestation m where m.id = manifestation_id));
alter table page enable row level security;
create policy wall on page to servanda_seat using (exists (select 1 from manifestation m where m.id = manifestation_id));
alter table scan_page enable row level security;
create policy wall on scan_page to servanda_seat
  using (exists (select 1 from manifestation m where m.id = manifestation_id));
alter table page_picture enable row level security;
create policy wall on page_picture to servanda_seat
  using (exists (select 1 from manifestation m where m.id = manifestation_id));
alter table reread_coverage enable row level security;
create policy wall on reread_coverage to servanda_seat
  using (exists (select 1 from manifestation m where m.id = manifestation_id));
alter table commitment_source enable row level security;
create policy wall on commitment_source to servanda_seat
  using (exists (select 1 from commitment c where c.id = commitment_id));
alter table action enable row level security;
create policy wall on action to servanda_seat using (exists (select 1 from commitment c where c.id = commitment_id));
alter table entity_action enable row level security;
create policy wall on entity_action to servanda_seat using (exists (select 1 from entity e where e.id = entity_id));
alter table entity_mention enable row level security;
create policy wall on entity_mention to servanda_seat
  using (exists (select 1 from expression x where x.id = expression_id));
alter table entity_fact enable row level security;
create policy wall on entity_fact to servanda_seat
  using (exists (select 1 from expression x where x.id = expression_id));
alter table lesson_action enable row level security;
create policy wall on lesson_action to servanda_seat using (exists (select 1 from lesson l where l.id = lesson_id));
alter table lineage_part enable row level security;
create policy wall on lineage_part to servanda_seat
  using (exists (select 1 from expression x where x.id = expression_id));
alter table lineage_link enable row level security;
create policy wall on lineage_link to servanda_seat using (exists (select 1 from commitment c where c.id = earlier_id)
  and exists (select 1 from commitment c where c.id = later_id));
alter table lineage_action enable row level security;
create policy wall on lineage_action to servanda_seat using (exists (select 1 from lineage_link l where l.id = link_id));
alter table version_proposal enable row level security;
create policy wall on version_proposal to servanda_seat
  using (exists (select 1 from expression x where x.id = expression_id)
    and exists (select 1 from expression x where x.id = other_id));
alter table alignment enable row level security;
create policy wall on alignment to servanda_seat using (exists (select 1 from expression x where x.id = a_id)
  and exists (select 1 from expression x where x.id = b_id));
alter table bead enable row level security;
create policy wall on bead to servanda_seat using (exists (select 1 from alignment a where a.id = alignment_id));
alter table finding enable row level security;
create policy wall on finding to servanda_seat using (exists (select 1 from alignment a where a.id = alignment_id));
alter table counterpart enable row level security;
create policy wall on counterpart to servanda_seat using (exists (select 1 from alignment a where a.id = alignment_id));
alter table alignment_action enable row level security;
create policy wall on alignment_action to servanda_seat using (exists (select 1 from alignment a where a.id = alignment_id));

-- Who holds which post is known to the seats of the same party; units and posts to all.
alter table holding enable row level security;
create policy wall on holding to servanda_seat using (exists (select 1 from post p join unit u on u.id = p.unit_id
  where p.id = post_id and u.party = (select servanda_party())));
