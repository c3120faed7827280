-- Enquiries, quotes and threads: lengths of what people type, notes of the platform in a thread, files of messages, how providers answer.

alter table orders.enquiry
  -- `deciding`: a quote is chosen and the client's own approvers have not agreed yet; to providers it is open.
  drop constraint enquiry_state,
  drop constraint enquiry_ended,
  add constraint enquiry_state check (state in ('open', 'deciding', 'awarded', 'withdrawn', 'lapsed')),
  add constraint enquiry_ended check ((state in ('open', 'deciding')) = (ended_at is null)),
  add constraint enquiry_words check (length(title) between 1 and 200 and length(words) <= 4000);
alter table orders.enquiry_item
  add constraint enquiry_item_words check (length(name) between 1 and 200 and length(method) <= 300);
alter table orders.enquiry_provider
  -- Who asked: the client at first or later; told again by the operator when the answer was late.
  add column operator_reminded_at timestamptz,
  add constraint enquiry_provider_words check (length(decline_words) <= 1000);
alter table orders.quote
  add constraint quote_words check (length(words) <= 2000);
alter table orders.quote_line
  add constraint quote_line_words check (length(name) between 1 and 200 and length(method) <= 300 and length(unit) between 1 and 40),
  -- Only a discount takes something off.
  add constraint quote_line_sign check ((kind = 'discount') = (unit_price_fen < 0));

-- What the platform notes of an enquiry or an order: its kind and parameters are worded by the reader's language. One cause is noted once.
alter table orders.message
  add column note text,
  add column note_params jsonb not null default '{}',
  add column cause uuid,
  add constraint message_note check ((side = 'platform') = (note is not null) and (note is not null) = (cause is not null));
create unique index message_once on orders.message (thread_id, cause) where cause is not null;

-- A file is received before the message that brings it; only whoever sent it can put it into a message of that thread.
create table orders.thread_upload (
  file_id uuid primary key,
  thread_id uuid not null references orders.thread (id),
  person_id uuid not null,
  created_at timestamptz not null
);
alter table orders.message_file add column file_id uuid not null;
create unique index message_file_once on orders.message_file (file_id);
create index thread_client on orders.thread (organisation_id, created_at desc, id desc);
create index thread_provider on orders.thread (provider_id, created_at desc, id desc);
create index message_side on orders.message (thread_id, side, created_at);

-- How long providers take to answer, never what was asked.
create view orders_pub.enquiry_answer as
select enquiry_id, provider_id, state, asked_at, answer_until, answered_at, escalated_at from orders.enquiry_provider;

-- An enquiry leads to one order; what the client's own approvers refused gives enquiry and quote free again.
drop index orders.service_order_enquiry;
create unique index service_order_enquiry on orders.service_order (enquiry_id) where enquiry_id is not null and state not in ('withdrawn', 'lapsed');
alter table orders.service_order drop constraint service_order_quote;
create unique index service_order_quote on orders.service_order (quote_id) where quote_id is not null and state not in ('withdrawn', 'lapsed');
