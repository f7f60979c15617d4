-- Listeners, their sessions and what they told us.
create table users (
    id         bigint generated always as identity primary key,
    name       text        not null unique check (name <> ''),
    email      text unique,
    role       text        not null default 'user' check (role in ('admin', 'user', 'readonly')),
    created_at timestamptz not null default now()
);

create table user_profiles (
    user_id  bigint primary key references users (id) on delete cascade,
    country  char(2) not null default 'ES',
    currency char(3) not null default 'EUR',
    language char(2) not null default 'en' check (language in ('en', 'es'))
);

-- Only the SHA-256 of a bearer token is kept.
create table sessions (
    token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
    user_id      bigint      not null references users (id) on delete cascade,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null
);
-- Deleting a listener.
create index sessions_user on sessions (user_id);

create table user_seed_artists (
    user_id    bigint      not null references users (id) on delete cascade,
    artist_id  bigint      not null references artists (id) on delete cascade,
    created_at timestamptz not null default now(),
    primary key (user_id, artist_id)
);
-- artists.merge: seeds that name the loser.
create index user_seed_artists_artist on user_seed_artists (artist_id);

-- Pressings a listener owns or wants, by Discogs id: an owned album is not recommended.
create table user_discogs_collections (
    user_id     bigint      not null references users (id) on delete cascade,
    discogs_id  bigint      not null,
    instance_id bigint      not null default 0,
    list        text        not null check (list in ('collection', 'wantlist')),
    folder      text,
    added_at    timestamptz,
    primary key (user_id, list, discogs_id, instance_id)
);

-- One row per sync; the hash tells whether anything changed.
create table listening_snapshots (
    id      bigint generated always as identity primary key,
    user_id bigint      not null references users (id) on delete cascade,
    source  text        not null,
    period  text        not null,
    sha256  bytea       not null check (octet_length(sha256) = 32),
    taken_at timestamptz not null default now()
);
-- The newest snapshot of a listener by source and period.
create index listening_snapshots_user on listening_snapshots (user_id, source, period, id desc);
