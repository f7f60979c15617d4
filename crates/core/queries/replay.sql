--! kept (service?, endpoint?, since?)
-- What was asked through some endpoints, oldest first; only what settled its question, or may do so when it is read anew.
select fingerprint, upstream, endpoint, url, fetched_at
from upstream_requests
where endpoint = any (:endpoints::text[])
  and (:service::text is null or upstream = :service)
  and (:endpoint::text is null or endpoint = :endpoint)
  and (:since::timestamptz is null or fetched_at >= :since)
order by fetched_at, fingerprint;

--! without_replay (service?, endpoint?, since?)
-- What nothing replays: answers of other endpoints.
select endpoint, count(*) as answers
from upstream_requests
where endpoint <> all (:endpoints::text[])
  and (:service::text is null or upstream = :service)
  and (:endpoint::text is null or endpoint = :endpoint)
  and (:since::timestamptz is null or fetched_at >= :since)
group by endpoint
order by endpoint;

--! artist_of_mbid
select id from artists where mbid = :mbid and merged_into is null;

--! albums_of_master
select id from albums where discogs_master_id = :master_id order by id;

--! albums_of_search
-- The albums that a search by artist and title was about.
select b.id
from artists a
join albums b on b.artist_id = a.id and b.title_key = :title_key
where a.name_key = :name_key and a.merged_into is null
order by b.id;

--! release_of_discogs_id
select id from releases where discogs_id = :discogs_id;

--! titles_after
-- What albums on vinyl are called, page by page: archived searches of offers name no more than words.
select a.id, a.title, t.name as artist_name
from albums a
join artists t on t.id = a.artist_id
where a.id > :after and a.release_count > 0
order by a.id
limit :limit;

--! stamp_artist
-- What was made from an old answer is as old as the answer.
update artists set info_fetched_at = :at where id = :id and info_fetched_at is not null;

--! stamp_albums
update artists set albums_fetched_at = :at where id = :id and albums_fetched_at is not null;

--! stamp_releases
update albums set releases_fetched_at = :at where id = :id and releases_fetched_at is not null;

--! stamp_details
update releases set details_fetched_at = :at where id = :id and details_fetched_at is not null;

--! stamp_prices
-- Albums whose first round of prices was replayed; what is left is up to the sweep.
update albums a
set prices_fetched_at = p.priced_at
from (select album_id, max(priced_at) as priced_at from releases where priced_at is not null group by album_id) p
where p.album_id = a.id and (a.prices_fetched_at is null or a.prices_fetched_at < p.priced_at);

--! stamp_checks
-- Discogs was asked for these albums when the newest of their prices was seen.
insert into price_checks (album_id, provider, checked_at)
select album_id, :provider, max(priced_at) from releases where priced_at is not null group by album_id order by album_id
on conflict (album_id, provider) do update set checked_at = excluded.checked_at
where price_checks.checked_at is null or price_checks.checked_at < excluded.checked_at;

--! stamp_artist_picture
-- It is looked for again when the one of that time would have been.
update images set fetched_at = :at::timestamptz, fresh_until = :at::timestamptz + (fresh_until - fetched_at) where artist_id = :id;

--! stamp_album_picture
update images set fetched_at = :at::timestamptz, fresh_until = :at::timestamptz + (fresh_until - fetched_at) where album_id = :id;
