--: Release(country?, year?, released?, label?, catno?, thumb_url?, have?, want?, rating_hundredths?, rating_votes?, for_sale?, priced_at?, amount?, shipping?, currency?, provider?, price_url?, observed_at?)

--! of_album (country?, year?, format?, after_year?, after_id?) : Release
-- Oldest pressing first. The price is the cheapest that is offered in the asked currency to the asked country.
select r.id, r.album_id, r.discogs_id, r.title, r.country, r.year, r.released, r.format, r.label, r.catno, r.thumb_url,
       r.official, r.have, r.want, r.rating_hundredths, r.rating_votes, r.for_sale, r.priced_at,
       p.amount, p.shipping, p.currency, p.provider, p.url as price_url, p.observed_at,
       coalesce(r.year, 9999::smallint) as sort_year
from releases r
left join lateral (
    select amount, shipping, currency, provider, url, observed_at
    from prices
    where release_id = r.id and currency = :currency and ships_to in (:ships_to, 'ZZ')
    order by amount, shipping nulls last, provider
    limit 1
) p on true
where r.album_id = :album_id
  and (:country::text is null or r.country = :country)
  and (:year::smallint is null or r.year = :year)
  and (:format::text is null or r.format ilike :format)
  and (:after_id::bigint is null or (coalesce(r.year, 9999::smallint), r.id) > (:after_year::smallint, :after_id))
order by coalesce(r.year, 9999::smallint), r.id
limit :limit;

--! by_id (): (details_fetched_at?, note?)
select id, album_id, discogs_id, details_fetched_at, note from releases where id = :id;

--! save_pressings (countries[?], years[?], releaseds[?], labels[?], catnos[?], thumb_urls[?], haves[?], wants[?])
-- A pressing belongs to the album that first listed it; rows that are equal are not written.
insert into releases (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want)
select i.album_id, i.discogs_id, i.title, i.country, i.year, i.released, i.format, i.label, i.catno, i.thumb_url, i.official,
       i.have, i.want
from unnest(:album_ids::bigint[], :discogs_ids::bigint[], :titles::text[], :countries::text[], :years::smallint[],
            :releaseds::text[], :formats::text[], :labels::text[], :catnos::text[], :thumb_urls::text[], :officials::boolean[],
            :haves::integer[], :wants::integer[])
     as i (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want)
order by i.discogs_id
on conflict (discogs_id)
do update set title = excluded.title, country = excluded.country, year = excluded.year, released = excluded.released,
              format = excluded.format, label = excluded.label, catno = excluded.catno,
              thumb_url = coalesce(excluded.thumb_url, releases.thumb_url), official = excluded.official,
              have = coalesce(excluded.have, releases.have), want = coalesce(excluded.want, releases.want), updated_at = now()
where (releases.title, releases.country, releases.year, releases.released, releases.format, releases.label, releases.catno,
       releases.thumb_url, releases.official, releases.have, releases.want)
      is distinct from
      (excluded.title, excluded.country, excluded.year, excluded.released, excluded.format, excluded.label, excluded.catno,
       coalesce(excluded.thumb_url, releases.thumb_url), excluded.official, coalesce(excluded.have, releases.have),
       coalesce(excluded.want, releases.want));

--! most_owned_without_details
-- The pressing whose details speak for the album, when they are missing or stale.
select m.id
from (select id, details_fetched_at, note from releases where album_id = :album_id
      order by have desc nulls last, id limit 1) m
where m.note is null
  and (m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => :ttl_seconds));

--! save_details (rating_hundredths?, rating_votes?, have?, want?)
update releases
set rating_hundredths = :rating_hundredths, rating_votes = :rating_votes, have = coalesce(:have, have),
    want = coalesce(:want, want), details_fetched_at = now(), note = null, updated_at = now()
where id = :id;

--! save_note
update releases set note = :note, details_fetched_at = now(), updated_at = now() where id = :id;

--! stale_priced_in_album
-- The next pressings to price: those that many own first.
select id, discogs_id
from releases
where album_id = :album_id and (priced_at is null or priced_at < now() - make_interval(secs => :ttl_seconds))
order by have desc nulls last, id
limit :limit;

--! stale_details
-- The sweep of ingest_release_details: the most owned pressing of each album.
select m.id
from albums a
cross join lateral (select r.id, r.details_fetched_at, r.note from releases r where r.album_id = a.id
                    order by r.have desc nulls last, r.id limit 1) m
where a.release_count > 0 and m.note is null
  and (m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => :ttl_seconds))
order by m.details_fetched_at nulls first, m.id
limit :limit;
