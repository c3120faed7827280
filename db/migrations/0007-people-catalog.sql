-- Letters to providers told once, second factors that an organisation asks for, a new e-mail address proved by its mailbox,
-- imports whose lines were dropped, scopes and methods in import files, and requests counted across processes.

-- Which resource's people were told that a standard they cite is in force no more: each citation once.
create table catalog.standard_notice (
  resource_id uuid not null references catalog.resource (id) on delete cascade,
  standard_id uuid not null references catalog.standard (id) on delete cascade,
  told_at timestamptz not null,
  constraint standard_notice_pkey primary key (resource_id, standard_id)
);
create index standard_notice_standard on catalog.standard_notice (standard_id);

-- Numbers of bodies that write them in their own way: 中国药典 0512, ASTM F1980-21, AAMI TIR57:2016.
update catalog.standard set number = '中国药典 ' || substr(number, 5) where number like 'CHP %';
update catalog.standard set number = left(number, -length(substring(number from '-\d{2}[A-Z]\d?$'))) || lower(substring(number from '-\d{2}[A-Z]\d?$'))
  where number ~ '^ASTM [A-Z]{1,4} .*-\d{2}[A-Z]\d?$';
update catalog.standard set number = regexp_replace(number, '^(.*AAMI [A-Z]{1,4} .*)-((19|20)\d{2})$', '\1:\2') where number like '%AAMI %';
update catalog.standard set number = regexp_replace(number, '^((?:ANSI/)?(?:ASTM|AAMI|CLSI) [A-Z]{1,4}) (\d)', '\1\2') where number ~ '(ASTM|AAMI|CLSI) ';

-- The import keeps its counts; its lines are dropped after a while.
alter table catalog.import add column lines_dropped_at timestamptz;
create index import_lines on catalog.import (created_at, id) where lines_dropped_at is null;

alter table catalog.import_row drop constraint import_row_kind_check;
alter table catalog.import_row add constraint import_row_kind_check check (kind in
  ('resource', 'standard', 'twin', 'price', 'site', 'device_class', 'survey_class', 'accreditation', 'method', 'unknown'));

-- Roles of the organisation whose holders sign in with a second factor.
alter table people.organisation add column second_factor_roles text[] not null default '{}' check (cardinality(second_factor_roles) <= 12);

-- An address that a person wants to sign in with from the moment its mailbox answers. The newest wish of a person counts.
create table people.email_change (
  token_hash bytea primary key,
  person_id uuid not null references people.person (id) on delete cascade,
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint email_change_person_once unique (person_id)
);
create index email_change_expiry on people.email_change (expires_at);

-- Requests of a caller in a window of time, of all server processes together. Unlogged: a crash forgets a minute of counting.
create unlogged table platform.request_count (
  bucket bytea primary key,
  window_ends_at timestamptz not null,
  requests int not null
);
create index request_count_end on platform.request_count (window_ends_at);
