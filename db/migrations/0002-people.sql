-- Persons, their ways of signing in, organisations, memberships, consents and the log of reads.
create schema people;
create schema people_pub;

-- A person exists from the moment its e-mail address is proved; until then there is only a pending sign-up.
create table people.person (
  id uuid primary key,
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  name text not null check (length(name) between 1 and 80),
  language text not null check (language in ('zh', 'en')),
  password_hash text not null,
  password_changed_at timestamptz not null,
  last_organisation_id uuid,
  disabled_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  constraint person_email_key unique (email)
);
create index person_name on people.person (name, id);

create table people.pending_sign_up (
  token_hash bytea primary key,
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  name text not null check (length(name) between 1 and 80),
  language text not null check (language in ('zh', 'en')),
  password_hash text not null,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index pending_sign_up_expiry on people.pending_sign_up (expires_at);

create table people.password_reset (
  token_hash bytea primary key,
  person_id uuid not null references people.person (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- The request that it answers: delivered twice, it makes one link and one mail.
  event_id uuid not null,
  constraint password_reset_event_key unique (event_id)
);
create index password_reset_person on people.password_reset (person_id);

create table people.organisation (
  id uuid primary key,
  kind text not null check (kind in ('enterprise', 'provider', 'bank', 'government', 'operator')),
  name text not null check (length(name) between 2 and 120),
  short_name text not null check (length(short_name) between 1 and 40),
  name_en text not null default '' check (length(name_en) <= 200),
  uscc text check (uscc ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  district text not null default '' check (length(district) <= 60),
  status text not null check (status in ('pending', 'verified', 'rejected', 'suspended')),
  status_reason text check (length(status_reason) between 1 and 500),
  status_changed_at timestamptz not null,
  address text not null default '' check (length(address) <= 200),
  website text not null default '' check (length(website) <= 200),
  introduction text not null default '' check (length(introduction) <= 2000),
  -- Profile facts: read by others only under a consent or an office's duty, each read logged.
  legal_representative text not null default '' check (length(legal_representative) <= 80),
  contact_name text not null default '' check (length(contact_name) <= 80),
  contact_phone text not null default '' check (length(contact_phone) <= 40),
  contact_email text not null default '' check (length(contact_email) <= 254),
  founded_on date,
  registered_capital_fen bigint check (registered_capital_fen >= 0),
  employee_count int check (employee_count >= 0),
  version int not null default 1,
  created_by uuid references people.person (id),
  created_at timestamptz not null
);
-- Anyone may claim a code; only one organisation can be verified with it.
create unique index organisation_uscc_key on people.organisation (uscc) where status in ('verified', 'suspended');
create index organisation_uscc on people.organisation (uscc);
create index organisation_status on people.organisation (status, created_at, id);
create index organisation_name_trgm on people.organisation using gin ((name || ' ' || short_name || ' ' || name_en) gin_trgm_ops);

alter table people.person
  add constraint person_last_organisation_fkey foreign key (last_organisation_id) references people.organisation (id);

create table people.membership (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  organisation_id uuid not null references people.organisation (id),
  -- `<kind>:<role>` of the access table, e.g. `provider:lab_manager`.
  roles text[] not null check (cardinality(roles) between 1 and 12),
  status text not null check (status in ('active', 'left', 'removed')),
  version int not null default 1,
  joined_at timestamptz not null,
  ended_at timestamptz,
  constraint membership_person_organisation_key unique (person_id, organisation_id)
);
create index membership_organisation on people.membership (organisation_id, status, joined_at, id);

create table people.invitation (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  roles text[] not null check (cardinality(roles) between 1 and 12),
  token_hash bytea not null,
  invited_by uuid not null references people.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references people.person (id),
  revoked_at timestamptz,
  constraint invitation_token_key unique (token_hash)
);
create index invitation_organisation on people.invitation (organisation_id, created_at, id);

create table people.join_request (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  message text not null default '' check (length(message) <= 500),
  status text not null check (status in ('pending', 'approved', 'rejected', 'withdrawn')),
  reason text check (length(reason) between 1 and 500),
  decided_by uuid references people.person (id),
  decided_at timestamptz,
  created_at timestamptz not null
);
create unique index join_request_open on people.join_request (organisation_id, person_id) where status = 'pending';
create index join_request_organisation on people.join_request (organisation_id, status, created_at, id);
create index join_request_person on people.join_request (person_id, created_at, id);

-- A browser's session. Only the token's hash is kept; `last_seen_at` moves at most once an hour.
create table people.session (
  id uuid primary key,
  token_hash bytea not null,
  person_id uuid not null references people.person (id),
  active_organisation_id uuid references people.organisation (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null default '',
  user_agent text not null default '' check (length(user_agent) <= 300),
  constraint session_token_key unique (token_hash)
);
create index session_person on people.session (person_id, created_at, id);
create index session_expiry on people.session (expires_at);

-- Between the right password and the second step.
create table people.sign_in_challenge (
  token_hash bytea primary key,
  person_id uuid not null references people.person (id) on delete cascade,
  methods text[] not null,
  email_code_hash bytea,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_challenge_expiry on people.sign_in_challenge (expires_at);

-- A browser on which the person has signed in before: strangers' wrong tries never slow it down.
create table people.known_device (
  token_hash bytea not null,
  person_id uuid not null references people.person (id) on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint known_device_pkey primary key (token_hash, person_id)
);
create index known_device_person on people.known_device (person_id);

-- Counters of wrong tries; the key is a hash, so it tells neither address nor person.
create table people.throttle (
  bucket bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);
create index throttle_last on people.throttle (last_at);

create table people.second_factor (
  person_id uuid primary key references people.person (id) on delete cascade,
  -- AES-256-GCM of the shared secret under the server's key.
  secret_sealed bytea not null,
  confirmed_at timestamptz,
  -- The newest 30-second step whose code was used; older and equal steps are refused.
  last_used_step bigint not null default 0,
  created_at timestamptz not null
);

create table people.recovery_code (
  person_id uuid not null references people.person (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (person_id, code_hash)
);

create table people.api_key (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  organisation_id uuid not null references people.organisation (id),
  name text not null check (length(name) between 1 and 80),
  -- The first characters of the secret, so that its owner can tell keys apart.
  hint text not null,
  secret_hash bytea not null,
  scopes text[] not null check (cardinality(scopes) between 1 and 200),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_key_secret_key unique (secret_hash)
);
create index api_key_person on people.api_key (person_id, organisation_id, created_at, id);

-- Who may read which facts of whom, for what, until when.
create table people.consent (
  id uuid primary key,
  owner_organisation_id uuid not null references people.organisation (id),
  reader_organisation_id uuid not null references people.organisation (id),
  facts text[] not null check (cardinality(facts) between 1 and 20),
  purpose text not null check (length(purpose) between 2 and 200),
  valid_until timestamptz not null,
  granted_by uuid not null references people.person (id),
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references people.person (id),
  constraint consent_between_two check (owner_organisation_id <> reader_organisation_id)
);
create index consent_owner on people.consent (owner_organisation_id, granted_at, id);
create index consent_reader on people.consent (reader_organisation_id, granted_at, id);

-- Every read of another organisation's facts; append-only, shown to the owner.
create table people.fact_read (
  id uuid primary key,
  at timestamptz not null,
  owner_organisation_id uuid not null references people.organisation (id),
  reader_organisation_id uuid not null references people.organisation (id),
  reader_person_id uuid not null references people.person (id),
  facts text not null,
  basis text not null check (basis in ('consent', 'duty')),
  consent_id uuid references people.consent (id),
  purpose text not null check (length(purpose) between 1 and 200),
  constraint fact_read_basis check ((basis = 'consent') = (consent_id is not null))
);
create index fact_read_owner on people.fact_read (owner_organisation_id, at, id);

create view people_pub.organisation as
  select id, kind, name, short_name, name_en, uscc, status, district from people.organisation;
create view people_pub.person as
  select id, name, email, language from people.person;
create view people_pub.membership as
  select person_id, organisation_id, roles, status from people.membership;
