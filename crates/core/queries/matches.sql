--: Link(artist_id?, album_id?, user_id?)
--: Reviewed(artist_id?, album_id?, title?, first_release_year?, mbid?, discogs_id?, user_name?)

--! save_links (artist_ids[?], album_ids[?])
-- What a job found. It changes nothing that was decided by hand, neither this link nor the choice of another id of the same
-- service; a proposal takes back no acceptance and revives no rejection. Rows that are equal are not written.
insert into matches (kind, artist_id, album_id, service, service_id, candidate, score, reasons, state, decided_by)
select i.kind, i.artist_id, i.album_id, i.service, i.service_id, i.candidate::jsonb, i.score, i.reasons::jsonb, i.state, i.decided_by
from unnest(:kinds::text[], :artist_ids::bigint[], :album_ids::bigint[], :services::text[], :service_ids::text[],
            :candidates::text[], :scores::real[], :reasons::text[], :states::text[], :deciders::text[])
     as i (kind, artist_id, album_id, service, service_id, candidate, score, reasons, state, decided_by)
where i.kind = 'pressing'
   or not exists (select from matches h
                  where h.kind = i.kind and h.service = i.service and h.state = 'accepted' and h.decided_by = 'hand'
                    and h.service_id <> i.service_id
                    and (h.artist_id = i.artist_id or h.album_id = i.album_id))
order by i.kind, i.artist_id, i.album_id, i.service, i.service_id
on conflict (kind, artist_id, album_id, service, service_id)
do update set candidate = excluded.candidate, score = excluded.score, reasons = excluded.reasons, state = excluded.state,
              decided_by = excluded.decided_by, decided_at = now()
where matches.decided_by <> 'hand' and (excluded.state = 'accepted' or matches.state = 'proposed')
  -- A master that Discogs has deleted stays out, whoever still links it.
  and not (matches.kind = 'album' and matches.state = 'rejected' and matches.decided_by = 'discogs')
  and (matches.candidate, matches.score, matches.reasons, matches.state, matches.decided_by)
      is distinct from (excluded.candidate, excluded.score, excluded.reasons, excluded.state, excluded.decided_by);

--! of_artist : Link
select id, kind, artist_id, album_id, service, service_id, score, state, decided_by, user_id
from matches
where artist_id = :artist_id
order by id;

--! of_albums : Link
select id, kind, artist_id, album_id, service, service_id, score, state, decided_by, user_id
from matches
where album_id = any (:album_ids::bigint[])
order by id;

--! artist_of_service_id
-- Also by an id that a service has merged into another since.
select artist_id
from matches
where kind = 'artist' and service = :service and service_id = :service_id and state = 'accepted'
order by id
limit 1;

--! supersede_artist
-- The artist has another id of this service now.
update matches
set state = 'rejected', decided_by = :decided_by, decided_at = now()
where kind = 'artist' and artist_id = :artist_id and service = :service and service_id <> :service_id and state = 'accepted'
  and (decided_by <> 'hand' or :decided_by = 'hand');

--! supersede_album
update matches
set state = 'rejected', decided_by = :decided_by, decided_at = now()
where kind = 'album' and album_id = :album_id and service = :service and service_id <> :service_id and state = 'accepted'
  and (decided_by <> 'hand' or :decided_by = 'hand');

--! supersede_masters
-- The rows have other masters now than those which were accepted for them.
update matches m
set state = 'rejected', decided_by = :decided_by, decided_at = now()
from albums a
where a.id = any (:album_ids::bigint[]) and m.album_id = a.id and m.kind = 'album' and m.service = 'discogs'
  and m.state = 'accepted' and m.decided_by <> 'hand' and m.service_id is distinct from a.discogs_master_id::text;

--! redirect_mbid
-- MusicBrainz has merged an id into another: the old one still names the artist, and who decided on it decided on the new one.
insert into matches (kind, artist_id, service, service_id, candidate, score, reasons, state, decided_by, user_id)
select kind, artist_id, service, :new_id, candidate, score, reasons, state, decided_by, user_id
from matches
where kind = 'artist' and artist_id = :artist_id and service = 'musicbrainz' and service_id = :old_id and state = 'accepted'
on conflict (kind, artist_id, album_id, service, service_id) do nothing;

--! by_id : Link
-- Locked: of two who decide at once the second sees what the first decided.
select id, kind, artist_id, album_id, service, service_id, score, state, decided_by, user_id
from matches
where id = :id
for no key update;

--! decide (user_id?)
update matches
set state = :state, decided_by = 'hand', user_id = :user_id, decided_at = now()
where id = :id;

--! link_by_hand (artist_id?, album_id?, user_id?)
insert into matches (kind, artist_id, album_id, service, service_id, candidate, score, state, decided_by, user_id)
values (:kind, :artist_id, :album_id, :service, :service_id, :candidate::text::jsonb, 1, 'accepted', 'hand', :user_id)
on conflict (kind, artist_id, album_id, service, service_id)
do update set state = 'accepted', decided_by = 'hand', user_id = excluded.user_id, decided_at = now()
returning id;

--! chosen_by_hand (artist_id?, album_id?)
-- What a person has accepted for this row and service already.
select service_id
from matches
where kind = :kind and service = :service and state = 'accepted' and decided_by = 'hand'
  and (artist_id = :artist_id or album_id = :album_id)
limit 1;

--! to_review (kind?, after_score?, after_id?) : Reviewed
-- The queue: likeliest first.
select m.id, m.kind, m.artist_id, m.album_id, m.service, m.service_id, m.candidate, m.score, m.reasons, m.state, m.decided_by,
       m.decided_at, u.name as user_name, r.name as artist_name, a.title, a.first_release_year,
       case when a.id is null then r.mbid else a.mbid end as mbid,
       case when a.id is null then r.discogs_id else a.discogs_master_id end as discogs_id
from matches m
left join albums a on a.id = m.album_id
join artists r on r.id = coalesce(m.artist_id, a.artist_id)
left join users u on u.id = m.user_id
where m.state = 'proposed'
  and (:kind::text is null or m.kind = :kind)
  and (:after_id::bigint is null or m.score < :after_score::real or (m.score = :after_score and m.id > :after_id))
order by m.score desc, m.id
limit :limit;

--! decided (kind?, before?, before_id?) : Reviewed
-- What people decided, newest first.
select m.id, m.kind, m.artist_id, m.album_id, m.service, m.service_id, m.candidate, m.score, m.reasons, m.state, m.decided_by,
       m.decided_at, u.name as user_name, r.name as artist_name, a.title, a.first_release_year,
       case when a.id is null then r.mbid else a.mbid end as mbid,
       case when a.id is null then r.discogs_id else a.discogs_master_id end as discogs_id
from matches m
left join albums a on a.id = m.album_id
join artists r on r.id = coalesce(m.artist_id, a.artist_id)
left join users u on u.id = m.user_id
where m.decided_by = 'hand' and m.state = :state
  and (:kind::text is null or m.kind = :kind)
  and (:before_id::bigint is null or (m.decided_at, m.id) < (:before::timestamptz, :before_id))
order by m.decided_at desc, m.id desc
limit :limit;

--! reviewed : Reviewed
select m.id, m.kind, m.artist_id, m.album_id, m.service, m.service_id, m.candidate, m.score, m.reasons, m.state, m.decided_by,
       m.decided_at, u.name as user_name, r.name as artist_name, a.title, a.first_release_year,
       case when a.id is null then r.mbid else a.mbid end as mbid,
       case when a.id is null then r.discogs_id else a.discogs_master_id end as discogs_id
from matches m
left join albums a on a.id = m.album_id
join artists r on r.id = coalesce(m.artist_id, a.artist_id)
left join users u on u.id = m.user_id
where m.id = :id;

--! drop_pressing
-- The release is no pressing of the album after all.
delete from releases where album_id = :album_id and discogs_id = :discogs_id;

--! drop_pressings_of_master
-- The album's master was the wrong one, so its pressings are another album's. Those that were linked one by one stay.
delete from releases r
where r.album_id = :album_id
  and not exists (select from matches m
                  where m.album_id = r.album_id and m.kind = 'pressing' and m.state = 'accepted'
                    and m.service_id = r.discogs_id::text);

--! standing_for
-- Where a decision stands after two rows became one: here, or on the link to the same id that the other row had.
select id
from matches
where id = :id or (kind = :kind and service = :service and service_id = :service_id and decided_by = 'hand')
order by id = :id desc, decided_at desc
limit 1;
