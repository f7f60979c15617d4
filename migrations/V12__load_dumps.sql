-- The monthly dump of Discogs: how far each of its files is loaded, the masters that it lists, and the table in which a batch waits.
create table dump_loads (
    id          bigint generated always as identity primary key,
    content     text        not null check (content in ('releases', 'masters', 'artists')),
    -- Name, size and the SHA-256 of the first bytes tell one month's file from another's. A stream has no size.
    file        text        not null,
    bytes       bigint      not null check (bytes >= 0),
    head_sha256 bytea       not null check (octet_length(head_sha256) = 32),
    -- When Discogs made it. What was learnt of a pressing after that is not overwritten.
    seen_at     timestamptz not null,
    -- Records read from the beginning of the file whose batch is committed: where a load goes on after it was stopped.
    records     bigint      not null default 0 check (records >= 0),
    -- Of these, in the run that is under way or the last one: how many were vinyl, rows written, records that could not be read.
    vinyl       bigint      not null default 0,
    written     bigint      not null default 0,
    malformed   bigint      not null default 0,
    started_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    finished_at timestamptz,
    unique (content, file, bytes, head_sha256)
);

-- What a master is called, for the albums that are made from it, and what its artist has made, to tell homonyms apart.
create table discogs_masters (
    id        bigint primary key,
    -- Of Discogs.
    artist_id bigint not null,
    title     text   not null,
    title_key text   not null,
    year      smallint
);
-- dump.homonyms: which titles does this artist have?
create index discogs_masters_artist on discogs_masters (artist_id, title_key);

-- Each batch is copied into it, merged and removed. Unlogged: after a crash the batch is read from the file once more.
create unlogged table dump_releases (
    discogs_id   bigint   not null,
    master_id    bigint,
    -- Discogs shows it for its master.
    main         boolean  not null,
    -- Of Discogs, as it writes the name (it numbers homonyms), and as we do.
    artist_id    bigint   not null,
    artist       text     not null,
    artist_name  text     not null,
    artist_key   text     not null,
    title        text     not null,
    title_key    text     not null,
    country      text,
    year         smallint,
    released     text,
    format       text     not null,
    records      smallint not null,
    size_inches  smallint,
    speed_rpm    smallint,
    kind         text,
    traits       text[]   not null,
    colour       text,
    weight_grams smallint,
    barcodes     text[]   not null,
    label        text,
    catno        text,
    official     boolean  not null,
    tracks       jsonb    not null,
    labels       jsonb    not null,
    companies    jsonb    not null,
    identifiers  jsonb    not null,
    formats      jsonb    not null,
    artists      jsonb    not null,
    credits      jsonb    not null,
    genres       text[]   not null,
    styles       text[]   not null,
    notes        text,
    hash         bigint   not null
);

create unlogged table dump_masters (
    id        bigint not null,
    artist_id bigint not null,
    title     text   not null,
    title_key text   not null,
    year      smallint
);

create unlogged table dump_artists (
    discogs_id bigint not null,
    names      text[] not null
);

-- Of the dump's record that was loaded last: an equal one is passed over.
alter table release_details add column dump_hash bigint;

-- dump.albums_alike: albums that no service's editors have linked to Discogs yet.
create index albums_unlinked on albums (artist_id, title_key) where discogs_master_id is null and discogs_release_id is null;
