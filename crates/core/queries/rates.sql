--! save
-- A rate that was published does not change; a correction is written over it.
insert into exchange_rates (currency, day, per_euro)
select i.currency, i.day, i.per_euro
from unnest(:currencies::text[], :days::date[], :per_euros::bigint[]) as i (currency, day, per_euro)
order by i.currency, i.day
on conflict (currency, day) do update set per_euro = excluded.per_euro
where exchange_rates.per_euro <> excluded.per_euro;

--! since
-- Of these currencies (all, when none is named): those of so many days, and the last one before them.
select r.currency, r.day, r.per_euro
from exchange_rates r
where (cardinality(:currencies::text[]) = 0 or r.currency = any (:currencies::text[]))
  and r.day >= coalesce((select max(b.day) from exchange_rates b where b.currency = r.currency and b.day <= current_date - :days::integer), '-infinity')
order by r.currency, r.day;

--! newest_day : (day?)
select max(day) as day from exchange_rates where currency = 'USD';
