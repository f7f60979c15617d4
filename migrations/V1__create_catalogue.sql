-- Artists, their similars, studio albums and every vinyl pressing.
-- Normalised names (`*_key`) are made by `vinilogy_core::domain::names` and are never unique: two artists may share one name.
create extension if not exists pg_trgm;

create table artists (
    id                bigint generated always as identity primary key,
    name              text        not null check (name <> ''),
    name_key          text        not null,
    mbid              uuid unique,
    discogs_id        bigint unique,
    spotify_id        text unique,
    url               text,
    image_url         text,
    listeners         bigint check (listeners >= 0),
    playcount         bigint check (playcount >= 0),
    tags              text[]      not null default '{}',
    -- Somebody seeds it or asked for it. Without this an artist is only known by name and is never ingested.
    wanted_at         timestamptz,
    info_fetched_at   timestamptz,
    albums_fetched_at timestamptz,
    -- Why ingestion gave up, until a later attempt succeeds.
    note              text,
    -- Set when an upstream reveals that two rows are one artist; the row stays so that old links still lead somewhere.
    merged_into       bigint references artists (id),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now()
);
-- artists.by_name_key; search.by_prefix reads beginnings from it without touching the table.
create index artists_name_key on artists (name_key text_pattern_ops) include (listeners, id) where merged_into is null;
-- search.by_initial: one or two letters, most popular first.
create index artists_initial on artists (left(name_key, 1), listeners desc nulls last, id) include (name_key) where merged_into is null;
-- search.by_prefix: three letters and more, most popular first.
create index artists_three_letters on artists (left(name_key, 3), listeners desc nulls last, id) include (name_key) where merged_into is null;
-- search.by_similarity: names with typing errors.
create index artists_name_trgm on artists using gin (name_key gin_trgm_ops);
-- search.known_by_similarity: the few whom many know, also by a part of their name.
create index artists_known_trgm on artists using gin (name_key gin_trgm_ops) where listeners >= 1000 and merged_into is null;
-- artists.stale_info and artists.stale_albums, the sweeps.
create index artists_wanted on artists (id) where wanted_at is not null and merged_into is null;
-- artists.merge: links that led to the loser.
create index artists_merged on artists (merged_into) where merged_into is not null;

create table artist_similars (
    artist_id  bigint      not null references artists (id) on delete cascade,
    similar_id bigint      not null references artists (id) on delete cascade,
    score      real        not null check (score between 0 and 1),
    source     text        not null,
    fetched_at timestamptz not null default now(),
    primary key (artist_id, similar_id, source),
    check (artist_id <> similar_id)
);
-- artists.merge: edges that end at the loser.
create index artist_similars_similar on artist_similars (similar_id);

create table albums (
    id                  bigint generated always as identity primary key,
    artist_id           bigint      not null references artists (id) on delete cascade,
    title               text        not null check (title <> ''),
    title_key           text        not null,
    mbid                uuid unique,
    first_release_year  smallint,
    -- Not unique: one Discogs master may belong to several release groups.
    discogs_master_id   bigint,
    -- 1 when MusicBrainz links it, else the confidence of the search that found it.
    master_confidence   real check (master_confidence between 0 and 1),
    cover_url           text,
    track_count         smallint,
    -- Community rating of the most owned pressing, in hundredths of a star (0 to 500).
    rating_hundredths   integer check (rating_hundredths between 0 and 500),
    rating_votes        integer check (rating_votes >= 0),
    release_count       integer     not null default 0,
    -- Somebody looked at it or it was recommended: its pressings are priced first.
    wanted_at           timestamptz,
    releases_fetched_at timestamptz,
    prices_fetched_at   timestamptz,
    note                text,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now()
);
-- albums.of_artist, recommendations.candidates.
create index albums_artist on albums (artist_id, first_release_year, id);
-- albums.stale_releases, the sweep.
create index albums_releases_fetched on albums (releases_fetched_at nulls first, id);
-- albums.stale_prices, the sweep.
create index albums_wanted on albums (prices_fetched_at nulls first, id) where wanted_at is not null;

create table releases (
    id                 bigint generated always as identity primary key,
    album_id           bigint      not null references albums (id) on delete cascade,
    discogs_id         bigint      not null unique,
    title              text        not null,
    country            text,
    year               smallint,
    -- As Discogs has it: YYYY, YYYY-MM-00 or YYYY-MM-DD.
    released           text,
    format             text        not null,
    label              text,
    catno              text,
    thumb_url          text,
    official           boolean     not null,
    have               integer,
    want               integer,
    rating_hundredths  integer check (rating_hundredths between 0 and 500),
    rating_votes       integer check (rating_votes >= 0),
    for_sale           integer check (for_sale >= 0),
    details_fetched_at timestamptz,
    priced_at          timestamptz,
    note               text,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now()
);
-- releases.of_album: the album page, oldest pressing first.
create index releases_album on releases (album_id, coalesce(year, 9999), id);
-- releases.stale_priced_in_album, releases.most_owned_in_album: those that many own first.
create index releases_album_have on releases (album_id, have desc nulls last, id);
