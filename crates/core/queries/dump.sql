--! begin (seen_at?)
-- The load of this file, wherever it stands; a finished one is read once more from its beginning.
insert into dump_loads (content, file, bytes, head_sha256, seen_at)
values (:content, :file, :bytes, :head_sha256, coalesce(:seen_at, now()))
on conflict (content, file, bytes, head_sha256)
do update set records = case when dump_loads.finished_at is null then dump_loads.records else 0 end,
              vinyl = case when dump_loads.finished_at is null then dump_loads.vinyl else 0 end,
              written = case when dump_loads.finished_at is null then dump_loads.written else 0 end,
              malformed = case when dump_loads.finished_at is null then dump_loads.malformed else 0 end,
              finished_at = null, updated_at = now()
returning id, records, vinyl, written, malformed, seen_at;

--! take_turn
-- One load at a time, and each of its connections holds its own part of the turn: what a killed load asked for last may still be at work
-- on either.
select true as mine from (select pg_advisory_lock(hashtextextended('load of a dump', :part))) l;

--! catch_up_search
-- What is searched of the rows that batches wrote; returns of how many.
select search_catch_up(:patient) as written;

--! advance
update dump_loads
set records = :records, vinyl = vinyl + :vinyl, written = written + :written, malformed = malformed + :malformed, updated_at = now()
where id = :id;

--! finish
update dump_loads set finished_at = now(), updated_at = now() where id = :id;

--! changed
-- Which of these records are not as they were loaded last, and is the pressing known at all?
select i.discogs_id, r.id is not null as known
from unnest(:discogs_ids::bigint[], :hashes::bigint[]) as i (discogs_id, hash)
left join releases r on r.discogs_id = i.discogs_id
left join release_details d on d.release_id = r.id
where d.dump_hash is distinct from i.hash;

--! homonyms : (country?)
-- Artists of the batch whom nobody has under their Discogs id, each with those of ours who have the name and no Discogs id yet, and
-- with what tells them apart: the titles of both. A person may have said that they are two.
select n.artist_id, n.artist, c.id, c.name, c.country, c.aliases,
       array(select al.title from albums al where al.artist_id = c.id order by al.id limit 500) as titles,
       array(select m.title from discogs_masters m where m.artist_id = n.artist_id
             union select d.title from dump_releases d where d.artist_id = n.artist_id limit 500) as dump_titles
from (select distinct on (artist_id) artist_id, artist, artist_key
      from dump_releases d
      where d.artist_id <> all (:nobody::bigint[]) and not exists (select from artists a where a.discogs_id = d.artist_id)
      order by artist_id, discogs_id) n
join artists c on c.name_key = n.artist_key and c.merged_into is null and c.discogs_id is null
where not exists (select from matches m
                  where m.kind = 'artist' and m.artist_id = c.id and m.service = 'discogs' and m.decided_by = 'hand'
                    and (m.state = 'accepted') <> (m.service_id = n.artist_id::text))
order by n.artist_id, c.listeners desc nulls last, c.id;

--! adopt_artists
update artists a
set discogs_id = i.discogs_id, updated_at = now()
from unnest(:ids::bigint[], :discogs_ids::bigint[]) as i (id, discogs_id)
where a.id = i.id and a.discogs_id is null and not exists (select from artists other where other.discogs_id = i.discogs_id);

--! save_matches (artist_ids[?], album_ids[?])
-- Why they were adopted.
insert into matches (kind, artist_id, album_id, service, service_id, candidate, score, reasons, state, decided_by)
select :kind::text, i.artist_id, i.album_id, 'discogs', i.service_id::text, jsonb_build_object(:named::text, i.name), i.score, i.reasons::jsonb,
       'accepted', 'rule'
from unnest(:artist_ids::bigint[], :album_ids::bigint[], :service_ids::bigint[], :names::text[], :scores::real[], :reasons::text[])
     as i (artist_id, album_id, service_id, name, score, reasons)
on conflict (kind, artist_id, album_id, service, service_id)
do update set candidate = excluded.candidate, score = excluded.score, reasons = excluded.reasons, state = 'accepted',
              decided_by = 'rule', decided_at = now()
where matches.decided_by <> 'hand';

--! insert_artists
-- Artists whom nobody has under their Discogs id.
insert into artists (name, name_key, discogs_id)
select distinct on (d.artist_id) d.artist_name, d.artist_key, d.artist_id
from dump_releases d
where not exists (select from artists a where a.discogs_id = d.artist_id)
order by d.artist_id, d.discogs_id
on conflict (discogs_id) do nothing;

--! albums_alike : (ours_year?, master_id?, year?)
-- Masters that no album is linked to, and releases without one, each with the artist's albums of that title which nothing of Discogs is
-- linked to. A single is not its album.
select al.id, ar.name as artist, al.title as ours, al.first_release_year as ours_year, d.master_id, d.discogs_id,
       coalesce(m.title, d.title) as title, coalesce(m.year, d.year) as year
from (select distinct on (coalesce(master_id, -discogs_id)) master_id, discogs_id, artist_id, title, title_key, year, kind
      from dump_releases
      order by coalesce(master_id, -discogs_id), main desc, discogs_id) d
join artists ar on ar.discogs_id = d.artist_id and ar.merged_into is null
left join discogs_masters m on m.id = d.master_id
join albums al on al.artist_id = ar.id and al.title_key = coalesce(m.title_key, d.title_key)
              and al.discogs_master_id is null and al.discogs_release_id is null
where d.artist_id <> all (:nobody::bigint[]) and (d.kind is distinct from 'single' or al.studio is not true)
  and not exists (select from albums known where known.discogs_master_id = d.master_id)
  and not exists (select from releases r where r.discogs_id = d.discogs_id and d.master_id is null)
  and not exists (select from matches h
                  where h.album_id = al.id and h.service = 'discogs' and h.decided_by = 'hand' and h.state = 'rejected'
                    and h.kind = case when d.master_id is null then 'pressing' else 'album' end
                    and h.service_id = coalesce(d.master_id, d.discogs_id)::text)
order by al.id, d.master_id, d.discogs_id;

--! adopt_albums
update albums al
set discogs_master_id = i.master_id, master_confidence = i.score, updated_at = now()
from unnest(:ids::bigint[], :master_ids::bigint[], :scores::real[]) as i (id, master_id, score)
where al.id = i.id and al.discogs_master_id is null;

--! insert_master_albums
-- An album per master that no album is linked to. What the master itself says of title and year goes before its main release, and that
-- before any other.
insert into albums (artist_id, title, title_key, first_release_year, discogs_master_id, master_confidence, releases_fetched_at,
                    release_count)
select coalesce(a.merged_into, a.id), coalesce(m.title, d.title), coalesce(m.title_key, d.title_key),
       case when m.id is null then d.year else m.year end, d.master_id, 1, :seen_at, d.count
from (select distinct on (master_id) master_id, artist_id, title, title_key, year,
             count(*) over (partition by master_id)::integer as count
      from dump_releases
      where master_id is not null
      order by master_id, main desc, discogs_id) d
join artists a on a.discogs_id = d.artist_id
left join discogs_masters m on m.id = d.master_id
where not exists (select from albums known where known.discogs_master_id = d.master_id)
order by d.master_id;

--! insert_single_albums
-- An album per release that has no master, unless it is a pressing of an album already.
insert into albums (artist_id, title, title_key, first_release_year, discogs_release_id, releases_fetched_at, release_count)
select coalesce(a.merged_into, a.id), d.title, d.title_key, d.year, d.discogs_id, :seen_at, 1
from dump_releases d
join artists a on a.discogs_id = d.artist_id
where d.master_id is null
  and not exists (select from releases r where r.discogs_id = d.discogs_id)
  and not exists (select from matches m where m.service = 'discogs' and m.service_id = d.discogs_id::text and m.kind = 'pressing'
                                          and m.state = 'accepted')
order by d.discogs_id
on conflict (discogs_release_id) do nothing;

--! rename_albums
-- The main release names an album that is known from Discogs alone, when the masters were not loaded.
update albums a
set title = d.title, title_key = d.title_key, first_release_year = d.year, updated_at = now()
from dump_releases d
where d.main and a.discogs_master_id = d.master_id and a.mbid is null
  and not exists (select from discogs_masters m where m.id = d.master_id)
  and (a.title, a.title_key, a.first_release_year) is distinct from (d.title, d.title_key, d.year);

--! insert_releases
insert into releases (album_id, discogs_id, title, country, year, released, format, records, size_inches, speed_rpm, kind, traits,
                      colour, weight_grams, barcodes, label, catno, official, confidence, listed_at, detailed)
select coalesce(album.id, m.album_id, single.id), d.discogs_id, d.title, d.country, d.year, d.released, d.format, d.records,
       d.size_inches, d.speed_rpm, d.kind, d.traits, d.colour, d.weight_grams, d.barcodes, d.label, d.catno, d.official,
       coalesce(m.score, 1), :seen_at, true
from dump_releases d
-- Of several albums with one master that which has its pressings; what these are called decides when Discogs lists them.
left join lateral (select al.id from albums al where al.discogs_master_id = d.master_id
                   order by al.release_count = 0, al.mbid is null, al.first_release_year, al.mbid, al.id limit 1) album on true
left join lateral (select o.album_id, o.score from matches o
                   where d.master_id is null and o.service = 'discogs' and o.service_id = d.discogs_id::text and o.kind = 'pressing'
                     and o.state = 'accepted'
                   order by o.id limit 1) m on true
left join albums single on single.discogs_release_id = d.discogs_id
where not exists (select from releases r where r.discogs_id = d.discogs_id)
order by d.discogs_id
on conflict (discogs_id) do nothing
returning album_id;

--! update_releases
-- What was learnt since the dump was made stays, and so does what only the services' lists and pages say: owners, ratings and prices.
update releases r
set title = d.title, country = d.country, year = d.year, released = d.released, format = d.format, records = d.records,
    size_inches = d.size_inches, speed_rpm = d.speed_rpm, kind = d.kind, traits = d.traits, colour = d.colour,
    weight_grams = d.weight_grams, barcodes = d.barcodes, label = d.label, catno = d.catno, official = d.official, detailed = true,
    listed_at = :seen_at, gone_at = case when r.gone_at > :seen_at then r.gone_at end, updated_at = now()
from dump_releases d
where r.discogs_id = d.discogs_id and r.listed_at <= :seen_at
  and (r.title, r.country, r.year, r.released, r.format, r.records, r.size_inches, r.speed_rpm, r.kind, r.traits, r.colour,
       r.weight_grams, r.barcodes, r.label, r.catno, r.official, r.gone_at is null)
      is distinct from
      (d.title, d.country, d.year, d.released, d.format, d.records, d.size_inches, d.speed_rpm, d.kind, d.traits, d.colour,
       d.weight_grams, d.barcodes, d.label, d.catno, d.official, coalesce(r.gone_at <= :seen_at, true));

--! describe_releases
-- Lists say less of a pressing than its page: what the dump knows of its format is added to what was listed later.
update releases r
set records = d.records, size_inches = d.size_inches, speed_rpm = d.speed_rpm, kind = d.kind, traits = d.traits, colour = d.colour,
    weight_grams = d.weight_grams, barcodes = d.barcodes, detailed = true, updated_at = now()
from dump_releases d
where r.discogs_id = d.discogs_id and not r.detailed and r.format = d.format;

--! move_releases
-- Pressings that belong to another master now, of albums which are known from Discogs alone. One that has a price is moved when its
-- album is listed the next time, because the best prices of both albums change with it.
update releases r
set album_id = m.id, listed_at = :seen_at, updated_at = now()
from dump_releases d
join lateral (select al.id from albums al where al.discogs_master_id = d.master_id
              order by al.release_count = 0, al.mbid is null, al.first_release_year, al.mbid, al.id limit 1) m on true,
     albums known
where r.discogs_id = d.discogs_id and r.listed_at <= :seen_at and known.id = r.album_id and known.mbid is null
  and known.discogs_master_id is distinct from d.master_id
  and not exists (select from quotes q where q.release_id = r.id)
returning known.id as from_id, m.id as to_id;

--! save_details
insert into release_details (release_id, tracks, labels, companies, identifiers, formats, artists, credits, genres, styles, notes,
                             dump_hash)
select r.id, d.tracks, d.labels, d.companies, d.identifiers, d.formats, d.artists, d.credits, d.genres, d.styles, d.notes, d.hash
from dump_releases d
join releases r on r.discogs_id = d.discogs_id
where r.details_fetched_at is null or r.details_fetched_at <= :seen_at
order by r.id
on conflict (release_id)
do update set tracks = excluded.tracks, labels = excluded.labels, companies = excluded.companies, identifiers = excluded.identifiers,
              formats = excluded.formats, artists = excluded.artists, credits = excluded.credits, genres = excluded.genres,
              styles = excluded.styles, notes = excluded.notes, dump_hash = excluded.dump_hash;

--! count_releases
-- Albums that were made in this batch have been counted with it.
update albums a
set release_count = c.count, updated_at = now()
from (select i.id, (select count(*) from releases r where r.album_id = i.id and r.gone_at is null)::integer as count
      from unnest(:album_ids::bigint[]) as i (id)) c
where a.id = c.id and a.release_count <> c.count;

--! save_masters
insert into discogs_masters (id, artist_id, title, title_key, year)
select distinct on (id) id, artist_id, title, title_key, year from dump_masters order by id
on conflict (id)
do update set artist_id = excluded.artist_id, title = excluded.title, title_key = excluded.title_key, year = excluded.year
where (discogs_masters.artist_id, discogs_masters.title, discogs_masters.title_key, discogs_masters.year)
      is distinct from (excluded.artist_id, excluded.title, excluded.title_key, excluded.year);

--! name_albums
-- Albums that are known from Discogs alone are called as their masters are.
update albums a
set title = m.title, title_key = m.title_key, first_release_year = m.year, updated_at = now()
from dump_masters d
join discogs_masters m on m.id = d.id
where a.discogs_master_id = d.id and a.mbid is null
  and (a.title, a.title_key, a.first_release_year) is distinct from (m.title, m.title_key, m.year);

--! save_variations
-- The names under which Discogs' artists appear on sleeves are added to those that are known.
update artists a
set aliases = a.aliases || n.new, updated_at = now()
from (select k.id, array_agg(distinct v.name order by v.name) as new
      from dump_artists d
      join artists k on k.discogs_id = d.discogs_id
      cross join lateral unnest(d.names) as v (name)
      where v.name <> k.name and v.name <> all (k.aliases)
      group by k.id) n
where a.id = n.id;

--! known_artists
select i.id from unnest(:discogs_ids::bigint[]) as i (id) where exists (select from artists a where a.discogs_id = i.id);
