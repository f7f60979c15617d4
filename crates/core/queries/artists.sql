--: Artist(mbid?, discogs_id?, spotify_id?, url?, image_url?, listeners?, playcount?, wanted_at?, info_fetched_at?, albums_fetched_at?, note?, country?, disambiguation?, refresh_asked_at?)

--! by_id : Artist
-- Follows a merge, so that an old link still leads to the artist.
select a.id, a.name, a.name_key, a.mbid, a.discogs_id, a.spotify_id, a.url, a.image_url, a.listeners, a.playcount, a.tags,
       a.wanted_at, a.info_fetched_at, a.albums_fetched_at, a.note, a.country, a.disambiguation, a.aliases, a.refresh_asked_at
from artists asked
join artists a on a.id = coalesce(asked.merged_into, asked.id)
where asked.id = :id;

--! by_mbid : Artist
select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
       wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at
from artists
where mbid = :mbid and merged_into is null;

--! by_name_key : Artist
-- Homonyms: the most listened to comes first.
select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
       wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at
from artists
where name_key = :name_key and merged_into is null
order by listeners desc nulls last, id
limit 10;

--! insert (mbid?) : Artist
insert into artists (name, name_key, mbid)
values (:name, :name_key, :mbid)
returning id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
          wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at;

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

--! set_ids (mbid?, discogs_id?, spotify_id?)
update artists
set mbid = :mbid, discogs_id = :discogs_id, spotify_id = :spotify_id, updated_at = now()
where id = :id and (mbid, discogs_id, spotify_id) is distinct from (:mbid, :discogs_id, :spotify_id);

--! by_discogs_id : Artist
select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
       wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at
from artists
where discogs_id = :discogs_id and merged_into is null;

--! by_spotify_id : Artist
select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags,
       wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at
from artists
where spotify_id = :spotify_id and merged_into is null;

--! fetched_ats : (info_fetched_at?, albums_fetched_at?)
-- Locked, so that of two writers the second sees what the first wrote.
select info_fetched_at, albums_fetched_at from artists where id = :id for no key update;

--! save_info (url?, image_url?, listeners?, playcount?, country?, disambiguation?)
-- What is known is not forgotten; the time of the last change moves with a change only.
update artists a
set name = n.name, name_key = n.name_key, url = n.url, image_url = n.image_url, listeners = n.listeners, playcount = n.playcount,
    tags = n.tags, country = n.country, disambiguation = n.disambiguation, aliases = n.aliases, info_fetched_at = now(),
    note = null,
    updated_at = case when (a.name, a.url, a.image_url, a.listeners, a.playcount, a.tags, a.country, a.disambiguation, a.aliases,
                            a.note)
                           is distinct from
                           (n.name, n.url, n.image_url, n.listeners, n.playcount, n.tags, n.country, n.disambiguation, n.aliases,
                            null)
                      then now() else a.updated_at end
from (select :name::text as name, :name_key::text as name_key, coalesce(:url, o.url) as url,
             coalesce(o.image_url, :image_url) as image_url, coalesce(:listeners, o.listeners) as listeners,
             coalesce(:playcount, o.playcount) as playcount, :tags::text[] as tags, coalesce(:country, o.country) as country,
             coalesce(:disambiguation, o.disambiguation) as disambiguation,
             case when cardinality(:aliases::text[]) > 0 then :aliases else o.aliases end as aliases
      from artists o where o.id = :id) n
where a.id = :id;

--! save_albums_fetched
update artists
set albums_fetched_at = now(), note = null, updated_at = case when note is null then updated_at else now() end
where id = :id;

--! ask_refresh
-- Everything that was fetched of the artist is stale from now on. Of many who ask within some time the first is heard.
update artists
set refresh_asked_at = now(), wanted_at = coalesce(wanted_at, now()), note = null, updated_at = now()
where id = :id and (refresh_asked_at is null or refresh_asked_at < now() - make_interval(secs => :seconds));

--! forget_fetched
-- Who the artist is has been decided anew: facts and albums are those of another.
update artists
set info_fetched_at = null, albums_fetched_at = null, note = null, wanted_at = coalesce(wanted_at, now()), updated_at = now()
where id = :id;

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

--! forget_albums_fetched
update artists set albums_fetched_at = null, note = null, updated_at = now() where id = :id;

--! stale_info
-- The sweep of ingest_artist: wanted artists whose facts are missing or older than their time to live, which is longer for those
-- that no listener with a session seeds. It ends a little later for one than for the next, so that what was fetched together is
-- not fetched together again. The offset keeps the planner from hashing all seeds of all listeners for the few artists in question.
select a.id
from artists a
where a.wanted_at is not null and a.merged_into is null and a.note is null
  and (a.info_fetched_at is null or a.info_fetched_at < a.refresh_asked_at
       or (a.info_fetched_at < now() - make_interval(secs => :ttl_seconds::float8 * (1 + (a.id % 1000)::float8 / 6667))
           and (a.info_fetched_at < now() - make_interval(secs => :rest_seconds::float8 * (1 + (a.id % 1000)::float8 / 6667))
                or exists (select from user_seed_artists s
                           join sessions e on e.user_id = s.user_id and e.expires_at > now()
                           where s.artist_id = a.id
                           offset 0))))
order by a.info_fetched_at nulls first, a.listeners desc nulls last, a.id
limit :limit;

--! stale_albums
-- The sweep of ingest_albums, by the same times.
select a.id
from artists a
where a.wanted_at is not null and a.merged_into is null and a.note is null and a.mbid is not null and a.info_fetched_at is not null
  and (a.albums_fetched_at is null or a.albums_fetched_at < a.refresh_asked_at
       or (a.albums_fetched_at < now() - make_interval(secs => :ttl_seconds::float8 * (1 + (a.id % 1000)::float8 / 6667))
           and (a.albums_fetched_at < now() - make_interval(secs => :rest_seconds::float8 * (1 + (a.id % 1000)::float8 / 6667))
                or exists (select from user_seed_artists s
                           join sessions e on e.user_id = s.user_id and e.expires_at > now()
                           where s.artist_id = a.id
                           offset 0))))
order by a.albums_fetched_at nulls first, a.listeners desc nulls last, a.id
limit :limit;
