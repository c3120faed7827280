-- A booking that its provider confirmed is moved by asking: the old time stays, the new time is held until the provider has answered.

-- `move` rows hold what the wished time takes beyond the time that the booking has; they go when the request ends.
alter table booking.reservation
  add column moves_id uuid,
  drop constraint reservation_kind,
  add constraint reservation_kind check (kind in ('customer', 'internal', 'outage', 'move')),
  add constraint reservation_moves check ((kind = 'move') = (moves_id is not null));
create index reservation_moves_id on booking.reservation (moves_id) where moves_id is not null;

-- The wished time with its price, frozen when it was asked for.
create table booking.move_request (
  id uuid primary key,
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  during tstzrange not null,
  blocked tstzrange not null,
  unit int not null,
  -- How many rows hold the wished time: none when it lies within the time that the booking has.
  held_parts int not null,
  operation text not null,
  price_fen bigint not null,
  price_lines jsonb not null,
  charge_by text not null,
  free_cancel_until timestamptz not null,
  late_cancel_percent int not null,
  no_show_fee_fen bigint not null,
  words text,
  state text not null default 'open',
  decide_until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint move_request_state check (state in ('open', 'approved', 'declined', 'withdrawn', 'expired', 'void')),
  constraint move_request_ended check ((state = 'open') = (ended_at is null)),
  constraint move_request_range check (not isempty(during) and lower_inc(during) and not upper_inc(during) and blocked @> during),
  constraint move_request_unit check (unit between 1 and 50 and held_parts between 0 and 2),
  constraint move_request_price check (price_fen >= 0 and no_show_fee_fen between 0 and price_fen),
  constraint move_request_words check (length(words) between 1 and 500)
);
create unique index move_request_one_open on booking.move_request (reservation_id) where state = 'open';
create index move_request_due on booking.move_request (provider_id, decide_until, reservation_id) where state = 'open';
