-- What a talent system answers to a need: one answer of a system to a need, the newest; the enterprise alone sees it.
create table scoring.talent_answer (
  need_id uuid not null references scoring.talent_need (id),
  peer_organisation_id uuid not null,
  message text not null check (length(message) between 2 and 1000),
  -- People or offers that the system knows to match.
  match_count int not null,
  address text check (address ~ '^https://' and length(address) <= 500),
  answered_at timestamptz not null,
  primary key (need_id, peer_organisation_id),
  constraint talent_answer_matches check (match_count between 0 and 100000)
);
