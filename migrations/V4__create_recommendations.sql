-- A set is written whole in one transaction: a reader sees the old one or the new one, never a mixture.
create table recommendation_sets (
    id          bigint generated always as identity primary key,
    user_id     bigint      not null references users (id) on delete cascade,
    scorer      text        not null,
    computed_at timestamptz not null default now(),
    expires_at  timestamptz not null
);
-- recommendations.current: the newest set of a listener.
create index recommendation_sets_user on recommendation_sets (user_id, id desc);

create table recommendation_items (
    set_id     bigint   not null references recommendation_sets (id) on delete cascade,
    rank       smallint not null check (rank > 0),
    album_id   bigint   not null references albums (id) on delete cascade,
    -- The suggested pressing.
    release_id bigint references releases (id) on delete set null,
    -- Hundredths of a point; equals the sum of the terms.
    score      integer  not null check (score between 0 and 10000),
    terms      jsonb    not null,
    primary key (set_id, rank),
    unique (set_id, album_id)
);
-- Deleting an album or a pressing.
create index recommendation_items_album on recommendation_items (album_id);
create index recommendation_items_release on recommendation_items (release_id);

create table locked_recommendations (
    user_id    bigint      not null references users (id) on delete cascade,
    album_id   bigint      not null references albums (id) on delete cascade,
    created_at timestamptz not null default now(),
    primary key (user_id, album_id)
);

create table dismissed_recommendations (
    user_id    bigint      not null references users (id) on delete cascade,
    album_id   bigint      not null references albums (id) on delete cascade,
    reason     text,
    created_at timestamptz not null default now(),
    primary key (user_id, album_id)
);
