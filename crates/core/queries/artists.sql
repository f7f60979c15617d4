--: Artist(mbid?, discogs_id?, spotify_id?, url?, image_url?, listeners?, playcount?, wanted_at?, info_fetched_at?, albums_fetched_at?, note?)

--! by_id : Artist
-- Follows a merge, so that an old link still leads to the artist.
select a.id, a.name, a.name_key, a.mbid, a.discogs_id, a.spotify_id, a.url, a.image_url, a.listeners, a.playcount, a.tags,
       a.wanted_at, a.info_fetched_at, a.albums_fetched_at, a.note
from artists asked
join artists a on a.id = coalesce(asked.merged_into, asked.id)
where asked.id = :id;

--! by_mbid : Artist
select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
       wanted_at, info_fetched_at, albums_fetched_at, note
from artists
where mbid = :mbid and merged_into is null;

--! by_name_key : Artist
-- Homonyms: the most listened to comes first.
select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
       wanted_at, info_fetched_at, albums_fetched_at, note
from artists
where name_key = :name_key and merged_into is null
order by listeners desc nulls last, id
limit 10;

--! insert (mbid?) : Artist
insert into artists (name, name_key, mbid)
values (:name, :name_key, :mbid)
returning id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
          wanted_at, info_fetched_at, albums_fetched_at, note;

--! lock_creation
-- Names are not unique, so two callers that create "the same" new name at once must take turns.
select true as locked from (select pg_advisory_xact_lock(hashtextextended('artists by name', 0))) l;

--! insert_missing_by_name (mbids[?])
-- Stubs for names that nobody has: known by name only, never ingested until wanted.
insert into artists (name, name_key)
select distinct on (i.name_key) i.name, i.name_key
from unnest(:names::text[], :name_keys::text[], :mbids::uuid[]) with ordinality as i (name, name_key, mbid, position)
where not exists (select from artists a where a.name_key = i.name_key and a.merged_into is null)
  and not exists (select from artists a where a.mbid = i.mbid)
order by i.name_key, i.position;

--! set_wanted
update artists set wanted_at = now(), updated_at = now() where id = :id and wanted_at is null;

--! set_mbid
-- Only where none was known: what was decided earlier is not overwritten.
update artists set mbid = :mbid, updated_at = now() where id = :id and mbid is null;

--! save_info (mbid?, url?, image_url?, listeners?, playcount?)
update artists
set name = :name, name_key = :name_key, mbid = coalesce(mbid, :mbid), url = coalesce(:url, url),
    image_url = coalesce(:image_url, image_url), listeners = coalesce(:listeners, listeners),
    playcount = coalesce(:playcount, playcount), tags = :tags, info_fetched_at = now(), note = null, updated_at = now()
where id = :id;

--! save_albums_fetched
update artists set albums_fetched_at = now(), note = null, updated_at = now() where id = :id;

--! save_note
update artists set note = :note, updated_at = now() where id = :id and note is distinct from :note;

--! save_similars (mbids[?])
-- Each name is the artist with that MBID, else the most listened to of that name.
insert into artist_similars (artist_id, similar_id, score, source)
select :artist_id, s.similar_id, max(s.score), :source
from (
    select coalesce(
               (select a.id from artists a where a.mbid = i.mbid and a.merged_into is null),
               (select a.id from artists a where a.name_key = i.name_key and a.merged_into is null
                order by a.listeners desc nulls last, a.id limit 1)) as similar_id,
           i.score
    from unnest(:name_keys::text[], :mbids::uuid[], :scores::real[]) as i (name_key, mbid, score)
) s
where s.similar_id is not null and s.similar_id <> :artist_id
group by s.similar_id
order by s.similar_id
on conflict (artist_id, similar_id, source)
do update set score = excluded.score, fetched_at = now()
where artist_similars.score is distinct from excluded.score;

--! similars_of : (similar_id, name, score, source, listeners?)
select s.similar_id, a.name, s.score, s.source, a.listeners
from artist_similars s
join artists a on a.id = s.similar_id
where s.artist_id = :artist_id
order by s.score desc, s.similar_id
limit :limit;

--! merge_seeds
insert into user_seed_artists (user_id, artist_id, created_at)
select user_id, :winner::bigint, created_at from user_seed_artists where artist_id = :loser::bigint
on conflict (user_id, artist_id) do nothing;

--! merge_drop_seeds
delete from user_seed_artists where artist_id = :loser;

--! merge_similars_to
insert into artist_similars (artist_id, similar_id, score, source, fetched_at)
select artist_id, :winner::bigint, score, source, fetched_at
from artist_similars where similar_id = :loser::bigint and artist_id <> :winner::bigint
on conflict (artist_id, similar_id, source) do nothing;

--! merge_drop_similars
delete from artist_similars where artist_id = :loser or similar_id = :loser;

--! merge_albums
update albums set artist_id = :winner::bigint, updated_at = now() where artist_id = :loser::bigint;

--! merge_runs
update runs set artist_id = :winner::bigint where artist_id = :loser::bigint;

--! merge_mark
update artists set merged_into = :winner::bigint, updated_at = now() where id = :loser::bigint or merged_into = :loser::bigint;

--! merge_wanted
update artists set wanted_at = coalesce(wanted_at, now()), updated_at = now()
where id = :winner::bigint and wanted_at is null
  and exists (select from artists l where l.id = :loser::bigint and l.wanted_at is not null);

--! stale_info
-- The sweep of ingest_artist: wanted artists whose facts are missing or older than their time to live.
select id
from artists
where wanted_at is not null and merged_into is null and note is null
  and (info_fetched_at is null or info_fetched_at < now() - make_interval(secs => :ttl_seconds))
order by info_fetched_at nulls first, listeners desc nulls last, id
limit :limit;

--! stale_albums
-- The sweep of ingest_albums.
select id
from artists
where wanted_at is not null and merged_into is null and note is null and mbid is not null and info_fetched_at is not null
  and (albums_fetched_at is null or albums_fetched_at < now() - make_interval(secs => :ttl_seconds))
order by albums_fetched_at nulls first, listeners desc nulls last, id
limit :limit;
