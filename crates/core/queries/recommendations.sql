--! candidates (): (track_count?, rating_hundredths?, rating_votes?, have?, amount?, currency?, item_cents?, rate_day?)
-- Studio albums with vinyl by the listener's seeds, and by artists like them (at most 200, the most alike first).
with seeds as (
    select s.artist_id, a.name
    from user_seed_artists s
    join artists a on a.id = s.artist_id
    where s.user_id = :user_id
), alike as (
    select s.similar_id as artist_id,
           (array_agg(seeds.name order by s.score desc, seeds.artist_id))[1 : 3] as names,
           (array_agg(s.score order by s.score desc, seeds.artist_id))[1 : 3] as scores
    from seeds
    join artist_similars s on s.artist_id = seeds.artist_id
    where s.similar_id not in (select artist_id from seeds)
    group by s.similar_id
    order by sum(s.score) desc, s.similar_id
    limit 200
), sources as (
    select artist_id, true as seed, '{}'::text[] as names, '{}'::real[] as scores from seeds
    union all
    select artist_id, false, names, scores from alike
)
select a.id as album_id, a.artist_id, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count,
       (select o.have from releases o where o.album_id = a.id and o.gone_at is null order by o.have desc nulls last, o.id limit 1) as have, s.seed, s.names as similar_names, s.scores as similar_scores,
       q.amount, q.currency, q.item_cents, q.rate_day,
       exists (select from user_discogs_collections c
               join releases o on o.discogs_id = c.discogs_id
               where c.user_id = :user_id and c.list = 'collection' and o.album_id = a.id) as owned,
       exists (select from dismissed_recommendations d where d.user_id = :user_id and d.album_id = a.id) as dismissed
from sources s
join albums a on a.artist_id = s.artist_id and a.release_count > 0 and a.studio
join user_profiles p on p.user_id = :user_id
left join lateral (
    select q.amount, q.currency, q.item_cents, q.rate_day
    from album_best_price b
    join quotes q on q.id = b.quote_id
    where b.album_id = a.id and b.class = 'cheapest' and b.ships_to in (p.country, 'ZZ') and (q.ends_at is null or q.ends_at > now())
    order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id
    limit 1
) q on true
order by a.id;

--! seeds_are_ingested
-- Whether the pressings of all albums by the listener's seeds have been looked for, or given up.
select not exists (
    select from user_seed_artists s
    join artists a on a.id = s.artist_id and a.note is null
    left join albums b on b.artist_id = a.id
    where s.user_id = :user_id
      and (a.albums_fetched_at is null or (b.id is not null and b.releases_fetched_at is null))
) as ingested;

--! pressings_to_choose (): (year?, have?, amount?, currency?, item_cents?, rate_day?)
-- The pressings of the chosen albums, of which one each is suggested.
select r.album_id, r.id, r.year, r.format, r.official, r.have,
       q.amount, q.currency, q.item_cents, q.rate_day
from releases r
left join lateral (
    select amount, currency, item_cents, rate_day from quotes
    where release_id = r.id and ships_to in (:ships_to, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now())
    order by rank, rank_cents, item_cents, observed_at, id
    limit 1
) q on true
where r.album_id = any (:album_ids::bigint[]) and r.gone_at is null
order by r.album_id, r.id;

--! lock_listener
-- One set at a time per listener: the second waits, then finds the first one's set.
select id from users where id = :user_id for no key update;

--! current_set_age : (expired)
select id, expires_at <= now() as expired, computed_at
from recommendation_sets
where user_id = :user_id
order by id desc
limit 1;

--! insert_set
insert into recommendation_sets (user_id, scorer, expires_at)
values (:user_id, :scorer, now() + make_interval(secs => :ttl_seconds))
returning id;

--! insert_items (release_ids[?])
insert into recommendation_items (set_id, rank, album_id, release_id, score, terms)
select :set_id, i.rank, i.album_id, i.release_id, i.score, i.terms
from unnest(:ranks::smallint[], :album_ids::bigint[], :release_ids::bigint[], :scores::integer[], :terms::jsonb[])
     as i (rank, album_id, release_id, score, terms);

--! expire_set
-- The next read still serves it, and has a new one made.
update recommendation_sets set expires_at = now()
where id = (select max(id) from recommendation_sets where user_id = :user_id) and expires_at > now();

--! current (): (rank?, score?, terms?, album_id?, title?, first_release_year?, cover_url?, artist_id?, artist_name?, release_count?, release_id?, discogs_id?, country?, year?, format?, label?, catno?, amount?, price_currency?, shipping?, provider?, price_url?, observed_at?, item_cents?, delivered_low?, delivered_high?, estimated?, rate_day?, best_amount?, best_currency?, best_shipping?, best_provider?, best_url?, best_release_id?, best_observed_at?, best_item_cents?, best_delivered_low?, best_delivered_high?, best_estimated?, best_rate_day?)
-- The newest set in one statement, with the price of the suggested pressing as it is now. A set without items is one row.
with newest as (
    select id, scorer, computed_at, expires_at from recommendation_sets where user_id = :user_id order by id desc limit 1
)
select n.id as set_id, n.scorer, n.computed_at, n.expires_at, n.expires_at <= now() as expired,
       i.rank, i.score, i.terms, a.id as album_id, a.title, a.first_release_year, a.cover_url, a.artist_id, t.name as artist_name,
       a.release_count, r.id as release_id, r.discogs_id, r.country, r.year, r.format, r.label, r.catno,
       p.amount, p.currency as price_currency, p.shipping, p.provider, p.url as price_url, p.observed_at, p.item_cents, p.delivered_low,
       p.delivered_high, p.estimated, p.rate_day,
       b.amount as best_amount, b.currency as best_currency, b.shipping as best_shipping, b.provider as best_provider, b.url as best_url,
       b.release_id as best_release_id, b.observed_at as best_observed_at, b.item_cents as best_item_cents,
       b.delivered_low as best_delivered_low, b.delivered_high as best_delivered_high, b.estimated as best_estimated,
       b.rate_day as best_rate_day
from newest n
left join recommendation_items i on i.set_id = n.id
left join albums a on a.id = i.album_id
left join artists t on t.id = a.artist_id
left join releases r on r.id = i.release_id
left join lateral (
    select amount, currency, shipping, provider, url, observed_at, item_cents, delivered_low, delivered_high, estimated, rate_day
    from quotes
    where release_id = r.id and ships_to in (:ships_to, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now())
    order by rank, rank_cents, item_cents, observed_at, id
    limit 1
) p on true
left join lateral (
    select q.amount, q.currency, q.shipping, q.provider, q.url, q.observed_at, q.release_id, q.item_cents, q.delivered_low,
           q.delivered_high, q.estimated, q.rate_day
    from album_best_price o
    join quotes q on q.id = o.quote_id
    where o.album_id = a.id and o.class = 'cheapest' and o.ships_to in (:ships_to, 'ZZ') and (q.ends_at is null or q.ends_at > now())
    order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id
    limit 1
) b on true
order by i.rank;

--! stale_listeners
-- The sweep of compute_recs: listeners with seeds whose set has expired or was never made.
select u.id
from users u
where exists (select from user_seed_artists s where s.user_id = u.id)
  and not exists (select from recommendation_sets c where c.user_id = u.id and c.expires_at > now())
order by u.id
limit :limit;

--! scores
-- Of the newest set, in hundredths.
select i.album_id, i.score
from recommendation_items i
where i.set_id = (select max(id) from recommendation_sets where user_id = :user_id)
order by i.rank;
