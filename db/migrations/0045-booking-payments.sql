-- What of a booking or of a place in a training is paid, for lists of charges; `id` is theirs.
create view orders_pub.booking_payment as
select id, charge_id, paid_fen, state = 'done' as is_settled
from orders.booking_bill;
