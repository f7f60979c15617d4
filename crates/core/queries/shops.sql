--: Shop(address?, url?, search_url?, feed_url?, feed_format?, note?, read_at?)

--! for_city (city?) : Shop
-- Those of a city first, then those of its country, which send; all of them without a city. Accents and case do not matter.
with here as (select country from shops where lower(unaccent(city)) = lower(unaccent(:city::text)))
select s.id, s.slug, s.name, s.city, s.country, s.address, s.url, s.search_url, s.feed_url, s.feed_format, s.currency, s.only_vinyl,
       s.note, k.seen_at as read_at,
       :city::text is not null and lower(unaccent(s.city)) = lower(unaccent(:city::text)) as in_city
from shops s
left join stocks k on k.provider = 'shop:' || s.slug
where :city::text is null or s.country in (select country from here)
order by in_city desc, s.name, s.id;

--! by_id : Shop
select s.id, s.slug, s.name, s.city, s.country, s.address, s.url, s.search_url, s.feed_url, s.feed_format, s.currency, s.only_vinyl,
       s.note, k.seen_at as read_at, false as in_city
from shops s
left join stocks k on k.provider = 'shop:' || s.slug
where s.id = :id;

--! by_slug : Shop
select s.id, s.slug, s.name, s.city, s.country, s.address, s.url, s.search_url, s.feed_url, s.feed_format, s.currency, s.only_vinyl,
       s.note, k.seen_at as read_at, false as in_city
from shops s
left join stocks k on k.provider = 'shop:' || s.slug
where s.slug = :slug;

--! save (address?, url?, search_url?, feed_url?, feed_format?)
-- What is not said of a shop that is known stays as it is.
insert into shops (slug, name, city, country, address, url, search_url, feed_url, feed_format, currency, only_vinyl)
values (:slug, :name, :city, :country, :address, :url, :search_url, :feed_url, :feed_format, :currency, :only_vinyl)
on conflict (slug)
do update set name = excluded.name, city = excluded.city, country = excluded.country,
              address = coalesce(excluded.address, shops.address), url = coalesce(excluded.url, shops.url),
              search_url = coalesce(excluded.search_url, shops.search_url), feed_url = coalesce(excluded.feed_url, shops.feed_url),
              feed_format = coalesce(excluded.feed_format, shops.feed_format), currency = excluded.currency,
              only_vinyl = excluded.only_vinyl
returning id;

--! drop_shipping
delete from shop_shipping where shop_id = :shop_id;

--! save_shipping
insert into shop_shipping (shop_id, ships_to, amount)
select :shop_id, i.ships_to, i.amount from unnest(:ships_tos::text[], :amounts::bigint[]) as i (ships_to, amount)
order by i.ships_to
on conflict (shop_id, ships_to) do update set amount = excluded.amount;

--! shipping_of
select ships_to, amount from shop_shipping where shop_id = :shop_id order by ships_to;

--! save_note (note?)
-- How the last attempt went.
update shops set note = :note, tried_at = now() where id = :id;

--! stale
-- The sweep of read_stock: shops whose list was not tried for a while, and those for which one was sent that nobody has read.
select s.id from shops s
where s.feed_url is not null and (s.tried_at is null or s.tried_at < now() - make_interval(secs => :ttl_seconds))
   or exists (select from stock_lists l
              where l.shop_id = s.id and l.state = 'reading' and l.started_at < now() - make_interval(secs => :quiet_seconds))
order by s.tried_at nulls first, s.id
limit :limit;

--! mark_stock
-- The newest list of all that a provider has wins, in whatever order they come.
insert into stocks (provider, seen_at) values (:provider, :seen_at)
on conflict (provider) do update set seen_at = excluded.seen_at
where stocks.seen_at < excluded.seen_at
returning provider;

--! shelf : (first_release_year?)
-- The albums on vinyl of artists of these names.
select a.id as album_id, r.name_key, r.name as artist_name, a.title, a.first_release_year
from artists r
join albums a on a.artist_id = r.id
where r.name_key = any (:name_keys::text[]) and r.merged_into is null and a.release_count > 0
order by a.id;

--! shelf_pressings : (catno?, label?, year?, country?)
-- What tells the pressings of these albums apart.
select id, album_id, catno, barcodes, label, year, country, format
from releases
where album_id = any (:album_ids::bigint[]) and gone_at is null
order by album_id, id;
