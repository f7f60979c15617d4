--! decided
-- What was decided of an album's master and pressings: ids that hold, and ids that do not.
select kind, service_id, state, decided_by
from matches
where album_id = :album_id and service = 'discogs' and kind in ('album', 'pressing') and state <> 'proposed'
union all
-- An album that is nothing but one release has that one.
select 'pressing', discogs_release_id::text, 'accepted', 'hand'
from albums
where id = :album_id and discogs_release_id is not null;

--! masters_of_others
select distinct discogs_master_id
from albums
where discogs_master_id = any (:master_ids::bigint[]) and id <> :album_id;

--! known_releases
select discogs_id from releases where discogs_id = any (:discogs_ids::bigint[]);

--! owners
-- The albums that these pressings belong to.
select distinct album_id from releases where discogs_id = any (:discogs_ids::bigint[]);

--! sharers : (year?, mbid?)
-- The albums that have a master.
select a.id, a.title_key, a.first_release_year as year, a.mbid, a.unlisted_at is not null as unlisted,
       exists (select from matches m
               where m.kind = 'album' and m.album_id = a.id and m.service = 'discogs' and m.service_id = (:master_id)::bigint::text
                 and m.state = 'accepted' and m.decided_by = 'hand') as by_hand
from albums a
where a.discogs_master_id = :master_id
order by a.id;

--! gather_pressings
-- What other albums with the same master have of it, because they were listed before this one was known. What a person said holds.
update releases r
set album_id = :album_id, updated_at = now()
where r.album_id = any (:others::bigint[]) and r.confidence = 1
  and not exists (select from matches m
                  where m.kind = 'pressing' and m.album_id = r.album_id and m.service = 'discogs'
                    and m.service_id = r.discogs_id::text and m.state = 'accepted' and m.decided_by = 'hand')
returning discogs_id;

--! note_gathered
-- Why albums have no pressings any more, nor what these told of them.
update albums
set note = :note, rating_hundredths = null, rating_votes = null, track_count = null, updated_at = now()
where id = any (:others::bigint[]) and release_count = 0 and note is distinct from :note;

--! leave_pressings
-- Those that this album has of its master are gathered when the album whose they are is listed the next time.
update albums
set releases_fetched_at = null, updated_at = now()
where id = :home and releases_fetched_at is not null
  and exists (select from releases r where r.album_id = :album_id and r.confidence = 1);

--! move_pressings (master_id?)
-- A pressing moves to the album that lists it, when this was seen later than that its own album lists it, and
--  - its own album has another master: Discogs has moved it;
--  - or it is listed nowhere else any more;
--  - or a person said so. What a person said of its own album holds it there.
update releases r
set album_id = :album_id, listed_at = :seen_at, gone_at = null, note = null, updated_at = now()
from albums a
where r.discogs_id = any (:discogs_ids::bigint[]) and a.id = r.album_id and r.album_id <> :album_id
  and (r.discogs_id = any (:by_hand::bigint[])
       or greatest(r.listed_at, r.gone_at) < :seen_at
          and (r.gone_at is not null or :master_id::bigint is not null and a.discogs_master_id is distinct from :master_id)
          and not exists (select from matches m
                          where m.kind = 'pressing' and m.album_id = r.album_id and m.service = 'discogs'
                            and m.service_id = r.discogs_id::text and m.state = 'accepted' and m.decided_by = 'hand'))
returning a.id as album_id, r.discogs_id;

--! move_quotes
-- What is asked for a pressing is asked for the album that it belongs to now.
update quotes q set album_id = :album_id
from releases r
where r.discogs_id = any (:discogs_ids::bigint[]) and q.release_id = r.id and q.album_id <> :album_id;

--! forget_moved
-- The rule's evidence that a pressing belongs to an album which it has left.
delete from matches
where kind = 'pressing' and service = 'discogs' and service_id = any (:service_ids::text[]) and album_id <> :album_id
  and decided_by <> 'hand';

--! bring_back
-- Listed again: its page may be read again too.
update releases
set gone_at = null, note = null, listed_at = :seen_at, updated_at = now()
where album_id = :album_id and discogs_id = any (:discogs_ids::bigint[])
  and (gone_at < :seen_at or gone_at is not null and discogs_id = any (:by_hand::bigint[]));

--! mark_gone
-- Its album's listing does not hold it any more, or a person said that it is no pressing of the album. A list of a master's versions
-- says nothing of pressings that a search found.
update releases
set gone_at = :seen_at, updated_at = now()
where album_id = :album_id and gone_at is null
  and (discogs_id = any (:rejected::bigint[])
       or :complete and listed_at < :seen_at and discogs_id <> all (:discogs_ids::bigint[]) and (confidence = 1 or :by_search));

--! save_facts_of_most_owned
-- The album's facts are those of the pressing that most own, also when it came from another album with its details.
update albums a
set rating_hundredths = coalesce(m.rating_hundredths, a.rating_hundredths), rating_votes = coalesce(m.rating_votes, a.rating_votes),
    track_count = coalesce(m.tracks, a.track_count), updated_at = now()
from (
    select i.id as album_id, r.rating_hundredths, r.rating_votes,
           (select nullif(count(*), 0)::smallint from jsonb_array_elements(d.tracks) t
            where t ->> 'heading' is distinct from 'true') as tracks
    from unnest(:album_ids::bigint[]) as i (id)
    cross join lateral (select o.id, o.rating_hundredths, o.rating_votes from releases o
                        where o.album_id = i.id and o.gone_at is null order by o.have desc nulls last, o.id limit 1) r
    left join release_details d on d.release_id = r.id
) m
where a.id = m.album_id
  and (a.rating_hundredths, a.rating_votes, a.track_count)
      is distinct from (coalesce(m.rating_hundredths, a.rating_hundredths), coalesce(m.rating_votes, a.rating_votes),
                        coalesce(m.tracks, a.track_count));

--! forget_master
-- Discogs has deleted the master, or merged it into another.
update albums
set discogs_master_id = null, master_confidence = null, updated_at = now()
where id = :album_id and discogs_master_id = :master_id;

--! reject_master
insert into matches (kind, album_id, service, service_id, score, state, decided_by)
values ('album', :album_id, 'discogs', :service_id, 0, 'rejected', 'discogs')
on conflict (kind, artist_id, album_id, service, service_id)
do update set state = 'rejected', decided_by = 'discogs', decided_at = now()
where matches.decided_by <> 'hand' and matches.state <> 'rejected';
