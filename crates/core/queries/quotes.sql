--: History()
--: Quote(release_id?, shipping?, media?, sleeve?, seller?, ships_from?, title?, ends_at?, item_cents?, delivered_low?, delivered_high?, tax_cents?, rate_day?)

--! save (release_ids[?], shippings[?], medias[?], sleeves[?], sellers[?], ships_froms[?], titles[?], ends_ats[?], items[?], lows[?], highs[?], taxes[?], rate_days[?])
-- A pressing's offer is its album's, wherever the pressing has moved. The newest observation wins.
insert into quotes (album_id, release_id, provider, offer, ships_to, sale, currency, amount, shipping, media, sleeve, seller, ships_from,
                    title, url, confidence, ends_at, very_good_plus, item_cents, delivered_low, delivered_high, tax_cents, estimated,
                    rate_day, rank, rank_cents, observed_at)
select coalesce(r.album_id, i.album_id), i.release_id, :provider, i.offer, i.ships_to, i.sale, i.currency, i.amount, i.shipping,
       i.media, i.sleeve, i.seller, i.ships_from, i.title, i.url, i.confidence, i.ends_at, i.very_good_plus, i.item_cents,
       i.delivered_low, i.delivered_high, i.tax_cents, i.estimated, i.rate_day, i.rank, i.rank_cents, i.observed_at
from unnest(:album_ids::bigint[], :release_ids::bigint[], :offers::text[], :ships_tos::text[], :sales::text[], :currencies::text[],
            :amounts::bigint[], :shippings::bigint[], :medias::smallint[], :sleeves::smallint[], :sellers::text[],
            :ships_froms::text[], :titles::text[], :urls::text[], :confidences::real[], :ends_ats::timestamptz[],
            :very_good_pluses::boolean[], :items::bigint[], :lows::bigint[], :highs::bigint[], :taxes::bigint[],
            :estimateds::boolean[], :rate_days::date[], :ranks::smallint[], :rank_cents::bigint[], :observed_ats::timestamptz[])
     as i (album_id, release_id, offer, ships_to, sale, currency, amount, shipping, media, sleeve, seller, ships_from, title, url,
           confidence, ends_at, very_good_plus, item_cents, delivered_low, delivered_high, tax_cents, estimated, rate_day, rank, rank_cents,
           observed_at)
left join releases r on r.id = i.release_id
order by i.offer, i.ships_to
on conflict (provider, offer, ships_to)
do update set album_id = excluded.album_id, release_id = excluded.release_id, sale = excluded.sale, currency = excluded.currency,
              amount = excluded.amount, shipping = excluded.shipping, media = excluded.media, sleeve = excluded.sleeve,
              seller = excluded.seller, ships_from = excluded.ships_from, title = excluded.title, url = excluded.url,
              confidence = excluded.confidence, ends_at = excluded.ends_at, very_good_plus = excluded.very_good_plus,
              item_cents = excluded.item_cents, delivered_low = excluded.delivered_low, delivered_high = excluded.delivered_high,
              tax_cents = excluded.tax_cents, estimated = excluded.estimated, rate_day = excluded.rate_day, rank = excluded.rank, rank_cents = excluded.rank_cents,
              observed_at = excluded.observed_at
where quotes.observed_at < excluded.observed_at;

--! withdraw_of_pressings (currencies[?])
-- What a newer look at a pressing, or at its offers in one currency, did not see is not for sale any more.
delete from quotes q
using unnest(:release_ids::bigint[], :currencies::text[], :seen_ats::timestamptz[]) as i (release_id, currency, seen_at)
where q.provider = :provider and q.release_id = i.release_id and q.observed_at < i.seen_at
  and (i.currency is null or q.currency = i.currency);

--! withdraw_of_albums
delete from quotes q
using unnest(:album_ids::bigint[], :ships_tos::text[], :seen_ats::timestamptz[]) as i (album_id, ships_to, seen_at)
where q.provider = :provider and q.album_id = i.album_id and q.ships_to = i.ships_to and q.observed_at < i.seen_at;

--! albums_of_offers
-- Whose these offers were until now: one that is matched to another album leaves them.
select distinct album_id from quotes where provider = :provider and offer = any (:offers::text[]);

--! albums_before
-- Whose offers a newer look at all that a provider has will withdraw.
select distinct album_id from quotes where provider = :provider;

--! withdraw_before
delete from quotes where provider = :provider and observed_at < :seen_at;

--! outlived
-- Offers that nobody has seen for long: what they cost says nothing any more.
select id, album_id
from quotes
where observed_at < now() - make_interval(secs => :ttl_seconds)
order by id
limit :limit;

--! delete_outlived
-- Unless they were seen again since.
delete from quotes where id = any (:ids::bigint[]) and observed_at < now() - make_interval(secs => :ttl_seconds);

--! ended
-- Offers whose time is over, auctions above all.
select id, album_id from quotes where ends_at <= now() order by ends_at, id limit :limit;

--! delete_ended
-- Unless they were prolonged since.
delete from quotes where id = any (:ids::bigint[]) and ends_at <= now();

--! of_album : Quote
-- Each offer once: as it is there, else as it is to everywhere. In the order in which the best is chosen.
select q.id, q.album_id, q.release_id, q.provider, q.offer, q.ships_to, q.sale, q.currency, q.amount, q.shipping, q.media, q.sleeve, q.seller,
       q.ships_from, q.title, q.url, q.confidence, q.ends_at, q.very_good_plus, q.item_cents, q.delivered_low, q.delivered_high,
       q.tax_cents, q.estimated, q.rate_day, q.observed_at
from (select distinct on (provider, offer) id from quotes
      where album_id = :album_id and ships_to in (:country, 'ZZ') and (ends_at is null or ends_at > now())
      order by provider, offer, ships_to = 'ZZ') once
join quotes q on q.id = once.id
left join releases r on r.id = q.release_id
where r.gone_at is null
order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id
limit :limit;

--! of_release : Quote
select q.id, q.album_id, q.release_id, q.provider, q.offer, q.ships_to, q.sale, q.currency, q.amount, q.shipping, q.media, q.sleeve, q.seller,
       q.ships_from, q.title, q.url, q.confidence, q.ends_at, q.very_good_plus, q.item_cents, q.delivered_low, q.delivered_high,
       q.tax_cents, q.estimated, q.rate_day, q.observed_at
from (select distinct on (provider, offer) id from quotes
      where release_id = :release_id and ships_to in (:country, 'ZZ') and (ends_at is null or ends_at > now())
      order by provider, offer, ships_to = 'ZZ') once
join quotes q on q.id = once.id
order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id
limit :limit;

--! checks (): (checked_at?, failed_at?, failure?)
-- Which providers were asked for an album, and which did not answer.
select provider, checked_at, failed_at, failure from price_checks where album_id = :album_id order by provider;

--! histories
-- Of these pressings, and of all pressings of these albums, at one provider.
select h.release_id, r.album_id, h.class, h.currency, h.minutes, h.lows, h.for_sale
from price_histories h
join releases r on r.id = h.release_id
where h.provider = :provider
  and h.release_id = any (array(select id from unnest(:release_ids::bigint[]) as named (id)
                                union
                                select id from releases where album_id = any (:album_ids::bigint[])))
order by h.release_id, h.class, h.currency;

--! histories_of : History
-- Of one pressing at all providers.
select release_id, provider, class, currency, minutes, lows, for_sale
from price_histories
where release_id = :release_id
order by provider, class, currency;

--! save_histories
-- Arrays of different lengths come as their literals.
insert into price_histories (release_id, provider, class, currency, minutes, lows, for_sale)
select i.release_id, :provider, i.class, i.currency, i.minutes::integer[], i.lows::integer[], i.for_sale::integer[]
from unnest(:release_ids::bigint[], :classes::text[], :currencies::text[], :minutes::text[], :lows::text[], :for_sales::text[])
     as i (release_id, class, currency, minutes, lows, for_sale)
order by i.release_id, i.class, i.currency
on conflict (release_id, provider, class, currency)
do update set minutes = excluded.minutes, lows = excluded.lows, for_sale = excluded.for_sale;

--! save_suggestions (amounts[?], fetched_at?)
-- As old as the answer, which is of now unless it is replayed; an older one replaces nothing.
insert into price_suggestions (release_id, currency, amounts, fetched_at)
values (:release_id, :currency, :amounts, coalesce(:fetched_at, now()))
on conflict (release_id)
do update set currency = excluded.currency, amounts = excluded.amounts, fetched_at = excluded.fetched_at
where price_suggestions.fetched_at < excluded.fetched_at;

--! to_suggest
-- Pressings of an album whose page somebody looked at, and of which nothing, or nothing of late, was suggested.
select r.id, r.discogs_id
from releases r
left join price_suggestions s on s.release_id = r.id
where r.album_id = :album_id and r.gone_at is null and r.details_wanted_at is not null
  and (s.fetched_at is null or s.fetched_at < now() - make_interval(secs => :ttl_seconds))
order by s.fetched_at nulls first, r.details_wanted_at desc, r.id
limit :limit;

--! suggestions : (amounts[?])
select currency, amounts, fetched_at from price_suggestions where release_id = :release_id;

--! shipping_known (): (ships_from?)
-- What is asked for shipping to these countries, in euro cents: a few hundred offers of each are enough to estimate by.
select known.ships_to, known.ships_from, known.cents
from unnest(:countries::text[]) as c (country)
cross join lateral (
    select q.ships_to, q.ships_from, round(q.shipping * q.item_cents::numeric / nullif(q.amount, 0))::bigint as cents
    from quotes q
    where q.ships_to = c.country and q.shipping is not null and q.item_cents is not null and q.amount > 0
    limit 500
) known;

--! histories_of_all : History
-- Of these pressings at all providers, whatever their condition.
select release_id, provider, class, currency, minutes, lows, for_sale
from price_histories
where release_id = any (:release_ids::bigint[]) and class = 'any'
order by release_id, provider, currency;

--! to_buy (): (release_id?, shipping?, seller?, item_cents?, delivered_high?, rate_day?)
-- What can be bought now of these albums, each offer once: as it is there, else as it is to everywhere.
select q.id, q.album_id, q.release_id, q.provider, q.sale, q.currency, q.amount, q.shipping, q.seller, q.url, q.item_cents, q.delivered_high,
       q.estimated, q.rate_day, q.observed_at
from (select distinct on (provider, offer) id from quotes
      where album_id = any (:album_ids::bigint[]) and ships_to in (:country, 'ZZ') and sale <> 'auction'
        and (ends_at is null or ends_at > now())
      order by provider, offer, ships_to = 'ZZ') once
join quotes q on q.id = once.id
left join releases r on r.id = q.release_id
where r.gone_at is null
order by q.album_id, q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id;
