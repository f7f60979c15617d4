-- Many answers lie in one object of the archive. The bucket is the truth: a pack carries its own index, from which these rows are made
-- again when they are lost.

alter table upstream_requests
    -- Where in the object, in bytes: a compressed block with this answer and its neighbours. Null: the object is this answer alone.
    add column archive_offset bigint check (archive_offset >= 0),
    add column archive_length integer check (archive_length > 0),
    add check ((archive_offset is null) = (archive_length is null));

-- Objects whose answers lie in a pack as well, until nobody can be on the way to them and they are deleted.
create table archive_leftovers (
    archive_key text primary key,
    packed_at   timestamptz not null default now()
);
-- archive.leftovers_to_delete: oldest first.
create index archive_leftovers_packed on archive_leftovers (packed_at, archive_key);
