-- Water data: what stations measured, of one side; with what was agreed of each series.

-- A file of water data that was taken in, or what another node sent.
create table water_import (
  id text constraint water_import_key primary key,
  party text,
  at timestamptz not null,
  by text not null,
  name text not null,
  format text not null,
  sha256 text not null,
  added integer not null,
  corrected integer not null,
  same integer not null,
  findings jsonb not null,
  constraint water_import_format_known check (format in ('waterml-2', 'csv', 'sensorthings', 'exchange')),
  constraint water_import_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
create index water_import_latest on water_import (at desc);

-- One station, one parameter, one unit, one datum: levels above two datums are never one series.
create table water_series (
  id text constraint water_series_key primary key,
  -- The side that keeps it.
  party text,
  -- The node it came from; null where the side took it in itself.
  source text,
  version integer not null,
  -- A projection: pace, thresholds, and crossings somebody dealt with.
  state jsonb not null,
  station text not null,
  name text not null,
  latitude double precision,
  longitude double precision,
  datum text,
  parameter text not null,
  property text not null,
  unit text not null,
  interpolation text,
  constraint water_series_once unique nulls not distinct (party, source, station, property, unit, datum),
  constraint water_series_version_positive check (version > 0),
  constraint water_series_station_given check (btrim(station) <> ''),
  constraint water_series_unit_given check (btrim(unit) <> ''),
  constraint water_series_parameter_known check (parameter in ('level', 'discharge', 'rainfall', 'other'))
);

create table water_action (
  id text constraint water_action_key primary key,
  series_id text not null constraint water_action_of references water_series (id),
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  -- The side it was done for.
  party text,
  body jsonb not null,
  hash text not null,
  constraint water_action_in_order unique (series_id, sequence),
  constraint water_action_sequence_positive check (sequence > 0),
  constraint water_action_by_given check (btrim(by) <> ''),
  constraint water_action_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
create trigger water_action_append_only before update or delete or truncate on water_action
  for each statement execute function refuse_change();

create table water_value (
  series_id text not null constraint water_value_of references water_series (id),
  instant timestamptz not null,
  -- As the file wrote it, with its own offset.
  time text not null,
  value double precision,
  quality text not null,
  censored text,
  remark text,
  import_id text not null constraint water_value_from references water_import (id),
  constraint water_value_key primary key (series_id, instant),
  constraint water_value_quality_known check (quality in ('good', 'suspect', 'estimate', 'poor', 'unchecked', 'missing')),
  constraint water_value_censored_known check (censored in ('below', 'above'))
);

-- What a later file said otherwise: the value that stood before stays readable.
create table water_correction (
  series_id text not null constraint water_correction_of references water_series (id),
  instant timestamptz not null,
  value double precision,
  quality text not null,
  -- The file that brought the value which stands now.
  import_id text not null constraint water_correction_by references water_import (id),
  constraint water_correction_key primary key (series_id, instant, import_id)
);

alter table water_import enable row level security;
create policy wall on water_import to servanda_seat using (party = (select servanda_party()));
alter table water_series enable row level security;
create policy wall on water_series to servanda_seat using (party = (select servanda_party()));
alter table water_action enable row level security;
create policy wall on water_action to servanda_seat
  using (exists (select 1 from water_series s where s.id = series_id));
alter table water_value enable row level security;
create policy wall on water_value to servanda_seat using (exists (select 1 from water_series s where s.id = series_id));
alter table water_correction enable row level security;
create policy wall on water_correction to servanda_seat
  using (exists (select 1 from water_series s where s.id = series_id));
