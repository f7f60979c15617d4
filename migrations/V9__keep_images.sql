-- What artists and albums look like: the picture that was chosen, where it came from, and what else was offered.
create table images (
    id          bigint generated always as identity primary key,
    artist_id   bigint references artists (id) on delete cascade,
    album_id    bigint references albums (id) on delete cascade,
    -- mirrored: we serve it. none: no source has one, and the placeholder is shown.
    state       text        not null check (state in ('mirrored', 'none')),
    source      text check (source in ('coverartarchive', 'discogs', 'lastfm')),
    source_url  text,
    -- SHA-256 of the bytes as they came; the mirror's objects are images/<hash>/<size>.webp, one picture of many subjects once.
    hash        text check (hash ~ '^[0-9a-f]{64}$'),
    width       integer check (width > 0),
    height      integer check (height > 0),
    -- [{"source", "url"?, "outcome": chosen|refused|nothing|failed|not_asked, "why"}] in the order in which they were considered.
    candidates  jsonb       not null default '[]',
    -- Why the choice is not the best there could be: a source ahead of it did not answer.
    note        text,
    fetched_at  timestamptz not null default now(),
    -- When it is looked for again: soon without a picture, sooner when a source did not answer.
    fresh_until timestamptz not null,
    check (num_nonnulls(artist_id, album_id) = 1),
    -- images.save, images.artist_subject.
    unique nulls not distinct (artist_id, album_id),
    check (num_nonnulls(source, source_url, hash, width, height) = case state when 'mirrored' then 5 else 0 end)
);
-- images.album_subject; deleting an album.
create unique index images_album on images (album_id) where album_id is not null;
-- images.is_mirrored: are the objects there already?
create index images_hash on images (hash) where hash is not null;
-- images.stale, the sweep.
create index images_fresh_until on images (fresh_until);

insert into upstream_budgets (upstream) values ('coverartarchive');
