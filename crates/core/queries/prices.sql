--! lock_albums
-- Two transactions that price one album take turns, else each would miss the other's price in the best one.
select id from albums where id = any (:album_ids::bigint[]) order by id for no key update;

--! album_ids_of
select distinct album_id from releases where id = any (:release_ids::bigint[]) order by album_id;

--! mark_priced (for_sales[?])
-- The newest observation wins: an older one changes nothing and is not returned.
update releases r
set priced_at = i.observed_at, for_sale = i.for_sale, updated_at = now()
from unnest(:release_ids::bigint[], :for_sales::integer[], :observed_ats::timestamptz[]) as i (release_id, for_sale, observed_at)
where r.id = i.release_id and (r.priced_at is null or r.priced_at < i.observed_at)
returning r.id;

--! delete_withdrawn
-- A pressing that was seen without an offer has no price any more.
delete from prices where provider = :provider and currency = :currency and release_id = any (:release_ids::bigint[]);

--! save_quotes (shippings[?])
insert into prices (release_id, provider, ships_to, currency, amount, shipping, url, observed_at)
select i.release_id, :provider, i.ships_to, i.currency, i.amount, i.shipping, i.url, i.observed_at
from unnest(:release_ids::bigint[], :ships_tos::text[], :currencies::text[], :amounts::bigint[], :shippings::bigint[],
            :urls::text[], :observed_ats::timestamptz[])
     as i (release_id, ships_to, currency, amount, shipping, url, observed_at)
order by i.release_id, i.ships_to, i.currency
on conflict (release_id, provider, ships_to, currency)
do update set amount = excluded.amount, shipping = excluded.shipping, url = excluded.url, observed_at = excluded.observed_at
where prices.observed_at < excluded.observed_at;

--! save_best
-- The cheapest per album, destination and currency over all pressings and providers. Unknown shipping does not make an offer
-- cheaper: amounts are compared with amounts until both shippings are known.
insert into album_best_price
    (album_id, ships_to, currency, amount, shipping, release_id, provider, priced_releases, observed_at)
select distinct on (r.album_id, p.ships_to, p.currency)
       r.album_id, p.ships_to, p.currency, p.amount, p.shipping, p.release_id, p.provider,
       count(*) over (partition by r.album_id, p.ships_to, p.currency)::integer, p.observed_at
from releases r
join prices p on p.release_id = r.id
where r.album_id = any (:album_ids::bigint[]) and r.gone_at is null
order by r.album_id, p.ships_to, p.currency, p.amount, p.shipping nulls last, p.release_id, p.provider
on conflict (album_id, ships_to, currency)
do update set amount = excluded.amount, shipping = excluded.shipping, release_id = excluded.release_id,
              provider = excluded.provider, priced_releases = excluded.priced_releases, observed_at = excluded.observed_at
where (album_best_price.amount, album_best_price.shipping, album_best_price.release_id, album_best_price.provider,
       album_best_price.priced_releases, album_best_price.observed_at)
      is distinct from
      (excluded.amount, excluded.shipping, excluded.release_id, excluded.provider, excluded.priced_releases,
       excluded.observed_at);

--! delete_best_without_price
delete from album_best_price b
where b.album_id = any (:album_ids::bigint[])
  and not exists (select from releases r
                  join prices p on p.release_id = r.id and p.ships_to = b.ships_to and p.currency = b.currency
                  where r.album_id = b.album_id and r.gone_at is null);

--! best_of_album : (shipping?, url?)
select b.ships_to, b.currency, b.amount, b.shipping, b.release_id, b.provider, b.priced_releases, b.observed_at, p.url
from album_best_price b
left join prices p on p.release_id = b.release_id and p.provider = b.provider and p.ships_to = b.ships_to
                  and p.currency = b.currency
where b.album_id = :album_id
order by b.currency, b.ships_to;

--! currencies_wanted
-- The currencies in which listeners read prices.
select distinct currency from user_profiles order by currency;
