--! move_to_pack
-- The answers whose rows still lead to the objects that were packed; a row with a newer answer keeps it.
update upstream_requests r
set archive_key = :pack, archive_offset = i.archive_offset, archive_length = i.archive_length
from unnest(:fingerprints::text[], :keys::text[], :offsets::bigint[], :lengths::integer[])
     as i (fingerprint, archive_key, archive_offset, archive_length)
where r.fingerprint = i.fingerprint and r.archive_key = i.archive_key and r.archive_offset is null;

--! add_leftovers
insert into archive_leftovers (archive_key)
select i.archive_key from unnest(:keys::text[]) as i (archive_key) order by i.archive_key
on conflict (archive_key) do nothing;

--! leftovers
select archive_key from archive_leftovers;

--! leftovers_to_delete
-- Nobody who read a row before it led to the pack is still on the way to the object. One that a row leads to is kept, whatever it is.
select l.archive_key
from archive_leftovers l
where l.packed_at <= now() - make_interval(secs => :grace_seconds)
  and not exists (select from upstream_requests r where r.archive_key = l.archive_key)
order by l.packed_at, l.archive_key
limit :limit;

--! forget_leftovers
delete from archive_leftovers where archive_key = any (:keys::text[]);

--! single_keys
-- The objects that hold one answer and that a row leads to.
select archive_key from upstream_requests where archive_offset is null;

--! restore (offsets[?], lengths[?])
-- What the bucket holds and the rows do not say: of each request the newest answer, be it over. A row that says as much stays, unless its
-- answer lies in a pack by now.
insert into upstream_requests as r
    (fingerprint, upstream, endpoint, url, status, archive_key, archive_offset, archive_length, bytes, fetched_at, fresh_until)
select distinct on (i.fingerprint)
       i.fingerprint, i.upstream, i.endpoint, i.url, i.status, i.archive_key, i.archive_offset, i.archive_length, i.bytes, i.fetched_at,
       case when i.settled then i.fetched_at end
from unnest(:fingerprints::text[], :upstreams::text[], :endpoints::text[], :urls::text[], :statuses::smallint[], :keys::text[],
            :offsets::bigint[], :lengths::integer[], :bytes::integer[], :fetched_ats::timestamptz[], :settleds::boolean[])
     as i (fingerprint, upstream, endpoint, url, status, archive_key, archive_offset, archive_length, bytes, fetched_at, settled)
order by i.fingerprint, i.settled desc, i.fetched_at desc, i.archive_offset nulls last, i.archive_key
on conflict (fingerprint)
do update set status = excluded.status, archive_key = excluded.archive_key, archive_offset = excluded.archive_offset,
              archive_length = excluded.archive_length, bytes = excluded.bytes, fetched_at = excluded.fetched_at,
              fresh_until = case when r.fetched_at = excluded.fetched_at then coalesce(r.fresh_until, excluded.fresh_until)
                                 else excluded.fresh_until end
where (r.fresh_until is null and excluded.fresh_until is not null)
   or ((r.fresh_until is null) = (excluded.fresh_until is null)
       and (r.fetched_at < excluded.fetched_at
            or (r.fetched_at = excluded.fetched_at and r.archive_offset is null and excluded.archive_offset is not null)));
