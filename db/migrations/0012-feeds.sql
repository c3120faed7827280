-- Secret addresses that show calendars without sign-in, and who is sent invitations.

-- One row per address that works: a new one replaces the row's token, revoking deletes the row.
create table booking.secret_address (
  id uuid primary key,
  -- SHA-256 of the token, which is shown once and kept nowhere.
  token_hash bytea not null,
  purpose text not null,
  subject text not null,
  subject_id uuid not null,
  detail text not null,
  -- Whose resources it shows; none for a person's own bookings.
  provider_id uuid,
  -- The person whose it is alone, or the provider.
  holder_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  constraint secret_address_token unique (token_hash),
  constraint secret_address_one unique (purpose, subject, subject_id, holder_id),
  constraint secret_address_purpose check (purpose in ('feed', 'door')),
  constraint secret_address_subject check (case subject
    when 'person' then purpose = 'feed' and detail = 'full' and provider_id is null and holder_id = subject_id
    when 'provider' then purpose = 'feed' and provider_id = subject_id
    when 'site' then provider_id is not null
    when 'resource' then provider_id is not null
    else false end),
  -- What names people and projects is one person's; what the provider hands out says less.
  constraint secret_address_detail check (case detail
    when 'full' then purpose = 'feed' and provider_id is distinct from holder_id
    when 'organisation' then purpose = 'door' and holder_id = provider_id
    when 'busy' then holder_id = provider_id
    else false end)
);
create index secret_address_provider on booking.secret_address (provider_id, created_at, id);

-- The last invitation that a person was sent for a booking: updates and the cancellation go to whoever has one.
create table booking.invitation (
  reservation_id uuid not null,
  person_id uuid not null,
  sequence int not null,
  sent_at timestamptz not null,
  constraint invitation_pkey primary key (reservation_id, person_id),
  constraint invitation_sequence check (sequence >= 0)
);

-- Who wants no invitations; without a row a person gets them.
create table booking.invitation_refusal (
  person_id uuid primary key,
  refused_at timestamptz not null
);

-- Feeds show for a while what was given back. The rows enter the index when they leave the live states, so placing does not pay for it.
create index reservation_given_back on booking.reservation (provider_id, ended_at, id)
  where state in ('cancelled', 'declined') or (state = 'expired' and request_cause is not null);
