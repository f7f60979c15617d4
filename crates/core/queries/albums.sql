--: Album(mbid?, first_release_year?, discogs_master_id?, master_confidence?, cover_url?, track_count?, rating_hundredths?, rating_votes?, wanted_at?, releases_fetched_at?, prices_fetched_at?, note?, studio?, discogs_release_id?, unlisted_at?, refresh_asked_at?, listed_with?)

--! by_id : Album
-- Also by the id of one that turned out to be this album.
select a.id, a.artist_id, r.name as artist_name, a.title, a.mbid, a.first_release_year, a.discogs_master_id, a.master_confidence,
       a.cover_url, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count, a.wanted_at, a.releases_fetched_at,
       a.prices_fetched_at, a.note, a.studio, a.discogs_release_id, a.unlisted_at, r.refresh_asked_at,
       case when a.release_count = 0 then
           (select o.id from albums o
            where o.discogs_master_id = a.discogs_master_id and o.id <> a.id and o.release_count > 0
            order by o.id limit 1)
       end as listed_with
from albums a
join artists r on r.id = a.artist_id
where a.id = coalesce((select album_id from album_forwards where old_id = :id), :id);

--! of_artist : Album
select a.id, a.artist_id, r.name as artist_name, a.title, a.mbid, a.first_release_year, a.discogs_master_id, a.master_confidence,
       a.cover_url, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count, a.wanted_at, a.releases_fetched_at,
       a.prices_fetched_at, a.note, a.studio, a.discogs_release_id, a.unlisted_at, r.refresh_asked_at,
       case when a.release_count = 0 then
           (select o.id from albums o
            where o.discogs_master_id = a.discogs_master_id and o.id <> a.id and o.release_count > 0
            order by o.id limit 1)
       end as listed_with
from albums a
join artists r on r.id = a.artist_id
where a.artist_id = (select coalesce(merged_into, id) from artists where id = :artist_id)
order by a.first_release_year nulls last, a.id;

--! save_studio_albums (first_release_years[?], discogs_master_ids[?])
-- Writes only what changed. A master that MusicBrainz links outranks one that a search found, and its pressings are to be fetched.
insert into albums (artist_id, title, title_key, mbid, first_release_year, discogs_master_id, master_confidence, studio)
select :artist_id, i.title, i.title_key, i.mbid, i.first_release_year, i.discogs_master_id,
       case when i.discogs_master_id is not null then 1 end, true
from unnest(:titles::text[], :title_keys::text[], :mbids::uuid[], :first_release_years::smallint[],
            :discogs_master_ids::bigint[]) as i (title, title_key, mbid, first_release_year, discogs_master_id)
order by i.mbid
on conflict (mbid)
do update set artist_id = excluded.artist_id, title = excluded.title, title_key = excluded.title_key,
              first_release_year = coalesce(excluded.first_release_year, albums.first_release_year),
              discogs_master_id = coalesce(excluded.discogs_master_id, albums.discogs_master_id),
              master_confidence = coalesce(excluded.master_confidence, albums.master_confidence),
              studio = true, unlisted_at = null,
              releases_fetched_at = case when excluded.discogs_master_id <> albums.discogs_master_id
                                           or (excluded.discogs_master_id is not null and albums.discogs_master_id is null)
                                         then null else albums.releases_fetched_at end,
              note = case when excluded.discogs_master_id is distinct from albums.discogs_master_id
                               and excluded.discogs_master_id is not null
                          then null else albums.note end,
              updated_at = now()
where (albums.artist_id, albums.title, albums.title_key, albums.first_release_year, albums.discogs_master_id,
       albums.master_confidence, albums.studio, albums.unlisted_at)
      is distinct from
      (excluded.artist_id, excluded.title, excluded.title_key,
       coalesce(excluded.first_release_year, albums.first_release_year),
       coalesce(excluded.discogs_master_id, albums.discogs_master_id),
       coalesce(excluded.master_confidence, albums.master_confidence), true, null::timestamptz);

--! with_mbids : (mbid?, discogs_master_id?)
select id, mbid, title_key, discogs_master_id from albums where mbid = any (:mbids::uuid[]) order by id;

--! adoptable : (first_release_year?, discogs_master_id?)
-- Albums that MusicBrainz did not know yet, or that came from Discogs: with one of these masters, or of the artist and with one of
-- these titles.
select id, artist_id, title_key, first_release_year, discogs_master_id
from albums
where mbid is null
  and (discogs_master_id = any (:master_ids::bigint[]) or (artist_id = :artist_id and title_key = any (:title_keys::text[])))
order by id;

--! adopt
update albums set mbid = :mbid, updated_at = now() where id = :id and mbid is null;

--! unlisted
-- Albums that MusicBrainz listed before, and not among these.
select id, mbid
from albums
where artist_id = :artist_id and mbid is not null and studio and unlisted_at is null and mbid <> all (:mbids::uuid[])
order by id
limit :limit;

--! unlist
update albums set studio = false, unlisted_at = now(), updated_at = now() where id = :id and unlisted_at is null;

--! by_mbid
select id from albums where mbid = :mbid;

--! set_mbid (mbid?)
update albums set mbid = :mbid, updated_at = now() where id = :id and mbid is distinct from :mbid;

--! move_to_artist
update albums set artist_id = :artist_id, updated_at = now() where id = :id and artist_id <> :artist_id;

--! set_master (master_id?, confidence?)
-- Decided by hand: the pressings are those of another master.
update albums
set discogs_master_id = :master_id, master_confidence = :confidence, releases_fetched_at = null, note = null, updated_at = now()
where id = :id;

--! forget_releases_fetched
update albums set releases_fetched_at = null, note = null, updated_at = now() where id = :id;

--! count_releases
update albums
set release_count = (select count(*) from releases r where r.album_id = albums.id and r.gone_at is null), updated_at = now()
where id = :id;

--! without_releases
-- What ingest_albums hands on: the artist's albums whose pressings are missing or stale.
select a.id
from albums a
join artists r on r.id = a.artist_id
where a.artist_id = :artist_id and a.note is null
  and (a.releases_fetched_at is null or a.releases_fetched_at < r.refresh_asked_at
       or a.releases_fetched_at < now() - make_interval(secs => :ttl_seconds))
order by a.id;

--! save_master
update albums
set discogs_master_id = :master_id, master_confidence = :confidence, updated_at = now()
where id = :id and discogs_master_id is null
  and not exists (select from matches m where m.album_id = :id and m.kind = 'album' and m.service = 'discogs'
                                          and m.decided_by = 'hand'
                                          and (m.state = 'accepted' or m.service_id = (:master_id)::bigint::text));

--! save_releases_fetched (cover_url?)
update albums
set releases_fetched_at = now(), note = null, cover_url = coalesce(cover_url, :cover_url),
    release_count = (select count(*) from releases where album_id = albums.id and gone_at is null), updated_at = now()
where id = :id;

--! save_note
update albums
set note = :note, releases_fetched_at = now(), updated_at = now()
where id = :id;

--! save_prices_fetched
-- Unless somebody began to want the album while it was being priced for nobody: then there is more to do.
update albums set prices_fetched_at = now(), updated_at = now() where id = :id and (wanted_at is not null) = :wanted;

--! ask_prices
-- Somebody asked for news: what is known is stale, also when the message is lost.
update albums
set prices_fetched_at = null, wanted_at = coalesce(wanted_at, now()), updated_at = now()
where id = :id;

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
where a.releases_fetched_at is null or a.releases_fetched_at < r.refresh_asked_at
   or a.releases_fetched_at < now() - make_interval(secs => :ttl_seconds::float8 * (1 + (a.id % 1000)::float8 / 6667))
order by a.releases_fetched_at nulls first, a.id
limit :limit;

--! stale_prices
-- The sweep of price_releases: wanted albums always, others once, but those that a dump alone knows, which are millions, only when they
-- are wanted.
select id
from albums
where release_count > 0
  and (prices_fetched_at is null and (mbid is not null or wanted_at is not null)
       or (wanted_at is not null and prices_fetched_at < now() - make_interval(secs => :ttl_seconds)))
order by (wanted_at is null), prices_fetched_at nulls first, id
limit :limit;

--! stale_offers
-- The sweep of price_offers, in the order of demand: recommended now, waited for, looked at; the others are not asked for. A day's calls
-- are few.
select a.id
from albums a
left join price_checks c on c.album_id = a.id and c.provider = :provider
where a.wanted_at is not null and a.release_count > 0
  and (c.checked_at is null or c.checked_at < now() - make_interval(secs => :ttl_seconds) or c.failure is not null)
  and (c.failed_at is null or c.failed_at < now() - make_interval(secs => :failed_seconds))
order by exists (select from recommendation_items i
                 join recommendation_sets s on s.id = i.set_id and s.expires_at > now()
                 where i.album_id = a.id) desc,
         exists (select from album_best_price b where b.album_id = a.id) desc, c.checked_at nulls first, a.wanted_at desc, a.id
limit :limit;

--! titles_of
select a.id, a.title, t.name as artist_name
from albums a
join artists t on t.id = a.artist_id
where a.id = any (:album_ids::bigint[])
order by a.id;
