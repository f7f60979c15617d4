--! lock_albums
-- Two transactions that price one album take turns, else each would miss the other's offer in the best one.
select id from albums where id = any (:album_ids::bigint[]) order by id for no key update;

--! album_ids_of
select distinct album_id from releases where id = any (:release_ids::bigint[]) order by album_id;

--! mark_priced (for_sales[?])
-- The newest look wins: an older one changes nothing and is not returned.
update releases r
set priced_at = i.seen_at, for_sale = i.for_sale, updated_at = now()
from unnest(:release_ids::bigint[], :for_sales::integer[], :seen_ats::timestamptz[]) as i (release_id, for_sale, seen_at)
where r.id = i.release_id and (r.priced_at is null or r.priced_at < i.seen_at)
returning r.id;

--! mark_looked
-- The same for what is delivered to a country of a whole album at one provider.
insert into price_looks (album_id, provider, ships_to, seen_at)
select i.album_id, :provider, i.ships_to, max(i.seen_at)
from unnest(:album_ids::bigint[], :ships_tos::text[], :seen_ats::timestamptz[]) as i (album_id, ships_to, seen_at)
group by i.album_id, i.ships_to
order by i.album_id, i.ships_to
on conflict (album_id, provider, ships_to) do update set seen_at = excluded.seen_at
where price_looks.seen_at < excluded.seen_at
returning album_id, ships_to;

--! mark_checked
-- An album is as old as the oldest of the looks at it.
insert into price_checks (album_id, provider, checked_at)
select i.album_id, :provider, i.seen_at
from unnest(:album_ids::bigint[], :seen_ats::timestamptz[]) as i (album_id, seen_at)
order by i.album_id
on conflict (album_id, provider)
do update set checked_at = excluded.checked_at,
              failed_at = case when price_checks.failed_at > excluded.checked_at then price_checks.failed_at end,
              failure = case when price_checks.failed_at > excluded.checked_at then price_checks.failure end
where price_checks.checked_at is null or price_checks.checked_at < excluded.checked_at;

--! mark_priced_newest (for_sales[?])
-- As mark_priced, whoever was first.
update releases r
set priced_at = i.seen_at, for_sale = coalesce(i.for_sale, r.for_sale), updated_at = now()
from unnest(:release_ids::bigint[], :for_sales::integer[], :seen_ats::timestamptz[]) as i (release_id, for_sale, seen_at)
where r.id = i.release_id and (r.priced_at is null or r.priced_at < i.seen_at);

--! mark_failed
-- What a provider could not tell is missing until it is asked with success.
insert into price_checks (album_id, provider, failed_at, failure)
values (:album_id, :provider, now(), :failure)
on conflict (album_id, provider) do update set failed_at = excluded.failed_at, failure = excluded.failure;

--! mark_well
-- The provider answered. When it was asked is said by its looks at the whole album, where there are any.
insert into price_checks (album_id, provider, checked_at)
values (:album_id, :provider, now())
on conflict (album_id, provider)
do update set failed_at = null, failure = null,
              checked_at = case when exists (select from price_looks l
                                             where l.album_id = excluded.album_id and l.provider = excluded.provider)
                                then price_checks.checked_at else excluded.checked_at end;

--! save_best
-- The first by rank, which is by what it costs delivered at most, of each country and class; what was the best of a class that nobody offers any
-- more goes. What is auctioned has no price yet.
with best as materialized (
    select distinct on (q.album_id, q.ships_to, c.class)
           q.album_id, q.ships_to, c.class, q.id as quote_id, count(*) over (partition by q.album_id, q.ships_to, c.class)::integer as offers
    from quotes q
    left join releases r on r.id = q.release_id
    left join (
        select a.id, coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year
        from albums a
        join releases o on o.album_id = a.id and o.original and o.gone_at is null
        where a.id = any (:album_ids::bigint[])
        group by a.id
    ) f on f.id = q.album_id
    cross join lateral (values ('cheapest', true), ('very_good_plus', q.very_good_plus), ('original', r.original and r.year = f.year))
                       as c (class, is_one)
    where q.album_id = any (:album_ids::bigint[]) and q.sale <> 'auction' and r.gone_at is null and c.is_one
      and (q.ends_at is null or q.ends_at > now())
    order by q.album_id, q.ships_to, c.class, q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id
), gone as (
    delete from album_best_price p
    where p.album_id = any (:album_ids::bigint[])
      and not exists (select from best b where (b.album_id, b.ships_to, b.class) = (p.album_id, p.ships_to, p.class))
)
insert into album_best_price (album_id, ships_to, class, quote_id, offers)
select album_id, ships_to, class, quote_id, offers from best
on conflict (album_id, ships_to, class)
do update set quote_id = excluded.quote_id, offers = excluded.offers
where (album_best_price.quote_id, album_best_price.offers) is distinct from (excluded.quote_id, excluded.offers);

--! best_of_album : (release_id?, shipping?, media?, sleeve?, seller?, ships_from?, item_cents?, delivered_low?, delivered_high?, tax_cents?, rate_day?)
-- Of each class, the offers there and to everywhere.
select b.class, b.ships_to, b.offers, q.id, q.release_id, q.provider, q.sale, q.currency, q.amount, q.shipping, q.media, q.sleeve, q.seller,
       q.ships_from, q.url, q.item_cents, q.delivered_low, q.delivered_high, q.tax_cents, q.estimated, q.rate_day, q.observed_at
from album_best_price b
join quotes q on q.id = b.quote_id
where b.album_id = :album_id and b.ships_to in (:country, 'ZZ') and (q.ends_at is null or q.ends_at > now())
order by b.class, q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id;

--! markets
-- Where listeners live, and in which currency most of them there read prices.
select distinct on (country) country, currency
from user_profiles
group by country, currency
order by country, count(*) desc, currency;
