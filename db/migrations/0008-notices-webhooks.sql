-- What people are told, by page and mail, as each of them wishes; and what organisations' own programs are told (webhooks).

-- One notice of one person. `texts` holds title and body in both languages as they were said; a later wording changes nothing.
create table platform.notice (
  id uuid primary key,
  person_id uuid not null,
  -- The same cause told twice is one notice.
  key text not null check (length(key) between 1 and 200),
  kind text not null check (kind ~ '^[a-z]+\.[a-z_]+$'),
  topic_group text not null,
  texts jsonb not null,
  -- A path of the web app.
  link text check (link like '/%' and length(link) <= 500),
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notice_once unique (person_id, key)
);
-- The list: unread first, newest first.
create index notice_list on platform.notice (person_id, (read_at is not null), id desc);
create index notice_created on platform.notice (created_at);

-- Mail of a notice that waits for the end of quiet hours, or for the day's digest.
create table platform.notice_mail (
  notice_id uuid primary key references platform.notice (id) on delete cascade,
  person_id uuid not null,
  is_digest boolean not null,
  due_at timestamptz not null,
  -- What the letter carries: calendar part and attachments.
  enclosures jsonb not null default '{}'
);
create index notice_mail_due on platform.notice_mail (due_at, person_id);

-- How a person wants to be told; without a row the defaults of each kind hold, and there are no quiet hours.
create table platform.notice_setting (
  person_id uuid primary key,
  -- topic group → 'at_once', 'daily' or 'off'; a group that is not named keeps its defaults.
  mail jsonb not null default '{}',
  zone text not null check (length(zone) between 1 and 64),
  -- Wall clock of `zone`; over midnight when it ends before it begins.
  quiet_from text check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_until text check (quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  digest_at text not null check (digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  version int not null default 1,
  constraint notice_setting_quiet check ((quiet_from is null) = (quiet_until is null) and (quiet_from <> quiet_until) is not false)
);

-- A letter's calendar part ({ method, text }) and its attachments ([{ name, mediaType, base64 }]).
alter table platform.mail add column calendar jsonb;
alter table platform.mail add column attachments jsonb;

-- Whether a person may still sign in, and so still gets letters.
create or replace view people_pub.person as
  select id, name, email, language, disabled_at is null as is_active from people.person;

-- Where an organisation wants events of its own matters sent.
create table platform.webhook (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  address text not null check (length(address) between 8 and 1000),
  topics text[] not null check (cardinality(topics) between 1 and 100),
  -- `paused` by a member or because nothing arrived for a day; events wait meanwhile.
  state text not null check (state in ('active', 'paused')),
  paused_because text check (paused_because in ('by_member', 'failing')),
  -- Sealed by the server's secret; the secret before stays valid until `old_secret_until`.
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamptz,
  last_success_at timestamptz,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint webhook_paused check ((state = 'paused') = (paused_because is not null)),
  constraint webhook_old_secret check ((old_secret_sealed is null) = (old_secret_until is null))
);
create index webhook_organisation on platform.webhook (organisation_id, id);

-- One event to one address. The body is kept as it is signed.
create table platform.webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references platform.webhook (id) on delete cascade,
  event_id uuid not null,
  topic text not null,
  body text not null,
  state text not null check (state in ('waiting', 'held', 'retrying', 'delivered', 'failed')),
  -- Tries of the plan; those by hand are not counted.
  attempts int not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  delivered_at timestamptz,
  constraint webhook_delivery_once unique (webhook_id, event_id)
);
create index webhook_delivery_list on platform.webhook_delivery (webhook_id, id desc);
create index webhook_delivery_state on platform.webhook_delivery (webhook_id, state, id desc);
create index webhook_delivery_created on platform.webhook_delivery (created_at);

-- What was sent and what came back.
create table platform.webhook_attempt (
  id uuid primary key,
  delivery_id uuid not null references platform.webhook_delivery (id) on delete cascade,
  at timestamptz not null,
  took_ms int not null,
  by_hand boolean not null,
  request_headers jsonb not null,
  response_status int,
  response_start text,
  error text
);
create index webhook_attempt_delivery on platform.webhook_attempt (delivery_id, id);
