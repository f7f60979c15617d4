--: StockList(made_at?, records?, found?, pressings?, refused?, news?, note?, started_at?, finished_at?)

--! create (made_at?) : StockList
insert into stock_lists (shop_id, user_id, object_key, made_at)
values (:shop_id, :user_id, :object_key, :made_at)
returning id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at;

--! by_id : StockList
select id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at
from stock_lists
where id = :id;

--! start : StockList
-- Whatever it waits for: a list that is read or has failed is not begun again.
update stock_lists
set state = 'reading', started_at = coalesce(started_at, now()), note = null
where id = :id and state in ('waiting', 'reading')
returning id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at;

--! next : StockList
-- The list of a shop to be read: the first that was started.
select id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at
from stock_lists
where shop_id = :shop_id and state = 'reading'
order by id
limit 1;

--! waits
update stock_lists set state = 'waiting', note = :note where id = :id and state = 'reading';

--! failed
update stock_lists set state = 'failed', note = :note, finished_at = now() where id = :id and state = 'reading';

--! done
update stock_lists
set state = 'done', records = :records, found = :found, pressings = :pressings, refused = :refused, news = :news, finished_at = now()
where id = :id;

--! drop_refusals
-- Those of the shop's other lists: a report lasts until the next one.
delete from stock_refusals r
using stock_lists l
where l.id = r.list_id and l.shop_id = :shop_id and l.id <> :id;

--! insert_refusals
insert into stock_refusals (list_id, line, reason, excerpt)
select :list_id, i.line, i.reason, i.excerpt
from unnest(:lines::int[], :reasons::text[], :excerpts::text[]) as i (line, reason, excerpt)
order by i.line
on conflict (list_id, line) do nothing;

--! refusals
-- A page of the report, in the order of the list.
select line, reason, excerpt
from stock_refusals
where list_id = :list_id and line > :after
order by line
limit :limit;
