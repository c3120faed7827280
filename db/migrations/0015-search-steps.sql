-- The index learns steps of prices and places: every document is written anew by the next refresh.
update catalog.search_document set refresh_on = least(coalesce(refresh_on, current_date), current_date);
