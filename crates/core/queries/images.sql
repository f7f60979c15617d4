--! artist_subject : (discogs_id?)
-- What is needed to look for an artist's picture. A merged artist has none of its own.
select a.id, a.name, a.discogs_id, (a.wanted_at is not null) as wanted,
       coalesce(i.fresh_until > now(), false) as fresh
from artists a
left join images i on i.artist_id = a.id
where a.id = :id and a.merged_into is null;

--! album_subject : (mbid?, discogs_master_id?, discogs_release_id?)
-- What is needed to look for an album's cover. Without a master its own release, else the pressing that most own, has a picture too.
select a.id, a.title, a.title_key, r.name as artist_name, a.mbid, a.discogs_master_id,
       coalesce(a.discogs_release_id,
                (select p.discogs_id from releases p where p.album_id = a.id order by p.have desc nulls last, p.id limit 1))
           as discogs_release_id,
       (r.wanted_at is not null) as wanted, coalesce(i.fresh_until > now(), false) as fresh
from albums a
join artists r on r.id = a.artist_id
left join images i on i.album_id = a.id
where a.id = :id;

--! save (artist_id?, album_id?, source?, source_url?, hash?, width?, height?, note?)
insert into images (artist_id, album_id, state, source, source_url, hash, width, height, candidates, note, fresh_until)
values (:artist_id, :album_id, :state, :source, :source_url, :hash, :width, :height, :candidates, :note,
        now() + make_interval(secs => :fresh_seconds))
on conflict (artist_id, album_id)
do update set state = excluded.state, source = excluded.source, source_url = excluded.source_url, hash = excluded.hash,
              width = excluded.width, height = excluded.height, candidates = excluded.candidates, note = excluded.note,
              fetched_at = excluded.fetched_at, fresh_until = excluded.fresh_until;

--! show_of_artist
update artists set image_url = :url, updated_at = now() where id = :id and image_url is distinct from :url;

--! show_of_album
update albums set cover_url = :url, updated_at = now() where id = :id and cover_url is distinct from :url;

--! is_mirrored
select exists (select from images where hash = :hash) as known;

--! stale
-- The sweep of ingest_images: wanted artists that were ingested, and their albums, without a picture or with one to be looked for again.
select kind, id
from (
    (select 'artist' as kind, a.id, i.fresh_until
     from artists a
     left join images i on i.artist_id = a.id
     where a.wanted_at is not null and a.merged_into is null and a.info_fetched_at is not null
       and (i.id is null or i.fresh_until < now())
     order by i.fresh_until nulls first, a.id
     limit :limit)
    union all
    (select 'album', b.id, i.fresh_until
     from albums b
     join artists a on a.id = b.artist_id and a.wanted_at is not null
     left join images i on i.album_id = b.id
     where b.releases_fetched_at is not null and (i.id is null or i.fresh_until < now())
     order by i.fresh_until nulls first, b.id
     limit :limit)
) s
order by fresh_until nulls first, kind desc, id
limit :limit;

--! all_subjects
-- For a replay: whoever may have a picture, however fresh it is.
select 'artist' as kind, a.id
from artists a
where a.wanted_at is not null and a.merged_into is null and a.info_fetched_at is not null
union all
select 'album', b.id
from albums b
join artists a on a.id = b.artist_id and a.wanted_at is not null
where b.releases_fetched_at is not null
order by kind desc, id;

--! of_artist : (album_id?, title?, first_release_year?, state?, source?, source_url?, hash?, width?, height?, candidates?, note?, fetched_at?)
-- An artist's picture, then its albums' covers, oldest first; those that were not looked for yet too.
select s.album_id, s.title, s.first_release_year, i.state, i.source, i.source_url, i.hash, i.width, i.height, i.candidates, i.note,
       i.fetched_at
from (select a.id as artist_id, null::bigint as album_id, null::text as title, null::smallint as first_release_year
      from artists a
      where a.id = :artist_id
      union all
      select null, b.id, b.title, b.first_release_year
      from albums b
      where b.artist_id = :artist_id) s
left join images i on i.artist_id = s.artist_id or i.album_id = s.album_id
order by s.album_id is not null, s.first_release_year nulls last, s.album_id;
