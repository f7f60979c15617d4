-- What was asked of the upstreams, what may be asked next, and who is at work.

-- For each request fingerprint: the newest answer, where it lies in the archive, and until when it may be used again.
create table upstream_requests (
    fingerprint text primary key,
    upstream    text        not null,
    endpoint    text        not null,
    url         text        not null,
    status      smallint    not null,
    archive_key text        not null,
    bytes       integer     not null,
    fetched_at  timestamptz not null,
    -- Null: kept as evidence only, to be asked again.
    fresh_until timestamptz
);
-- upstream.use_by_upstream: calls per service over a time.
create index upstream_requests_fetched on upstream_requests (upstream, fetched_at);

-- One row per upstream paces all functions together, by the database's clock.
create table upstream_budgets (
    upstream     text primary key,
    -- The first moment that is still free.
    next_slot    timestamptz not null default '-infinity',
    -- The upstream said "slow down" until then.
    paused_until timestamptz not null default '-infinity',
    taken        bigint      not null default 0
);
insert into upstream_budgets (upstream) values ('lastfm'), ('musicbrainz'), ('discogs');

-- One job at a time per key. A claim ends by itself, so that a killed worker blocks nobody.
create table claims (
    job   text        not null,
    key   bigint      not null,
    token uuid        not null,
    until timestamptz not null,
    primary key (job, key)
);

-- A person's request to ingest an artist. Progress is read from the catalogue, never counted.
create table runs (
    id           bigint generated always as identity primary key,
    artist_id    bigint      not null references artists (id) on delete cascade,
    requested_at timestamptz not null default now()
);
-- runs.of_artist: a repeated request joins the run that is under way.
create index runs_artist on runs (artist_id, id desc);
