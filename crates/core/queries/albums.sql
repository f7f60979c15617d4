--: Album(mbid?, first_release_year?, discogs_master_id?, master_confidence?, cover_url?, track_count?, rating_hundredths?, rating_votes?, wanted_at?, releases_fetched_at?, prices_fetched_at?, note?)

--! by_id : Album
select a.id, a.artist_id, r.name as artist_name, a.title, a.mbid, a.first_release_year, a.discogs_master_id, a.master_confidence,
       a.cover_url, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count, a.wanted_at, a.releases_fetched_at,
       a.prices_fetched_at, a.note
from albums a
join artists r on r.id = a.artist_id
where a.id = :id;

--! of_artist : Album
select a.id, a.artist_id, r.name as artist_name, a.title, a.mbid, a.first_release_year, a.discogs_master_id, a.master_confidence,
       a.cover_url, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count, a.wanted_at, a.releases_fetched_at,
       a.prices_fetched_at, a.note
from albums a
join artists r on r.id = a.artist_id
where a.artist_id = (select coalesce(merged_into, id) from artists where id = :artist_id)
order by a.first_release_year nulls last, a.id;

--! save_studio_albums (first_release_years[?], discogs_master_ids[?])
-- Writes only what changed. A master that MusicBrainz links outranks one that a search found.
insert into albums (artist_id, title, title_key, mbid, first_release_year, discogs_master_id, master_confidence)
select :artist_id, i.title, i.title_key, i.mbid, i.first_release_year, i.discogs_master_id,
       case when i.discogs_master_id is not null then 1 end
from unnest(:titles::text[], :title_keys::text[], :mbids::uuid[], :first_release_years::smallint[],
            :discogs_master_ids::bigint[]) as i (title, title_key, mbid, first_release_year, discogs_master_id)
order by i.mbid
on conflict (mbid)
do update set artist_id = excluded.artist_id, title = excluded.title, title_key = excluded.title_key,
              first_release_year = coalesce(excluded.first_release_year, albums.first_release_year),
              discogs_master_id = coalesce(excluded.discogs_master_id, albums.discogs_master_id),
              master_confidence = coalesce(excluded.master_confidence, albums.master_confidence), updated_at = now()
where (albums.artist_id, albums.title, albums.title_key, albums.first_release_year, albums.discogs_master_id,
       albums.master_confidence)
      is distinct from
      (excluded.artist_id, excluded.title, excluded.title_key,
       coalesce(excluded.first_release_year, albums.first_release_year),
       coalesce(excluded.discogs_master_id, albums.discogs_master_id),
       coalesce(excluded.master_confidence, albums.master_confidence));

--! without_releases
-- What ingest_albums hands on: the artist's albums whose pressings are missing or stale.
select id
from albums
where artist_id = :artist_id and note is null
  and (releases_fetched_at is null or releases_fetched_at < now() - make_interval(secs => :ttl_seconds))
order by id;

--! save_master
update albums
set discogs_master_id = :master_id, master_confidence = :confidence, updated_at = now()
where id = :id and discogs_master_id is null;

--! save_releases_fetched (cover_url?)
update albums
set releases_fetched_at = now(), note = null, cover_url = coalesce(cover_url, :cover_url),
    release_count = (select count(*) from releases where album_id = albums.id), updated_at = now()
where id = :id;

--! save_note
update albums
set note = :note, releases_fetched_at = now(), updated_at = now()
where id = :id;

--! save_facts (track_count?, rating_hundredths?, rating_votes?, cover_url?)
-- What the details of the most owned pressing say about the album.
update albums
set track_count = coalesce(:track_count, track_count), rating_hundredths = coalesce(:rating_hundredths, rating_hundredths),
    rating_votes = coalesce(:rating_votes, rating_votes), cover_url = coalesce(cover_url, :cover_url), updated_at = now()
where id = :id
  and (track_count, rating_hundredths, rating_votes, cover_url) is distinct from
      (coalesce(:track_count, track_count), coalesce(:rating_hundredths, rating_hundredths),
       coalesce(:rating_votes, rating_votes), coalesce(cover_url, :cover_url));

--! save_prices_fetched
-- Unless somebody began to want the album while it was being priced for nobody: then there is more to do.
update albums set prices_fetched_at = now(), updated_at = now() where id = :id and (wanted_at is not null) = :wanted;

--! set_wanted
-- Returns the albums that nobody had wanted before. Of those the most owned pressings are priced at best; as long as the rest
-- are not, the sweep finds the album.
update albums set wanted_at = now(), prices_fetched_at = null, updated_at = now()
where id = any (:ids::bigint[]) and wanted_at is null
returning id;

--! stale_releases
-- The sweep of ingest_releases.
select a.id
from albums a
join artists r on r.id = a.artist_id and r.wanted_at is not null
where a.releases_fetched_at is null or a.releases_fetched_at < now() - make_interval(secs => :ttl_seconds)
order by a.releases_fetched_at nulls first, a.id
limit :limit;

--! stale_prices
-- The sweep of price_releases: wanted albums always, others once.
select id
from albums
where release_count > 0
  and (prices_fetched_at is null
       or (wanted_at is not null and prices_fetched_at < now() - make_interval(secs => :ttl_seconds)))
order by (wanted_at is null), prices_fetched_at nulls first, id
limit :limit;
