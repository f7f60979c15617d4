-- Every link between a row of ours and a service's id, with its evidence and who decided. What is doubtful waits here for a person.
create table matches (
    id         bigint generated always as identity primary key,
    -- artist: the artist is the service's artist. album: the album is the Discogs master (or MusicBrainz group). pressing: the Discogs
    -- release is a pressing of the album, which has no master.
    kind       text        not null check (kind in ('artist', 'album', 'pressing')),
    artist_id  bigint references artists (id) on delete cascade,
    album_id   bigint references albums (id) on delete cascade,
    service    text        not null check (service in ('musicbrainz', 'discogs', 'spotify', 'lastfm')),
    service_id text        not null,
    -- What the service calls it, for the reviewer: name or title, year, country, format.
    candidate  jsonb       not null default '{}',
    score      real        not null check (score between 0 and 1),
    -- [{"penalty": …, "distance": …}], `domain::matching::Reason`; empty when nothing differs.
    reasons    jsonb       not null default '[]',
    state      text        not null check (state in ('accepted', 'proposed', 'rejected')),
    -- `rule`, the name of the service whose editors made the link, or `hand`. What was decided by hand outlives every sync.
    decided_by text        not null,
    user_id    bigint references users (id) on delete set null,
    decided_at timestamptz not null default now(),
    check (case kind when 'artist' then artist_id is not null and album_id is null
                     else album_id is not null and artist_id is null end),
    unique nulls not distinct (kind, artist_id, album_id, service, service_id)
);
-- matches.to_review: the queue, likeliest first.
create index matches_proposed on matches (score desc, id) where state = 'proposed';
-- matches.decided: what people decided, newest first.
create index matches_by_hand on matches (decided_at desc, id desc) where decided_by = 'hand';
-- Merging, deleting and showing an artist or an album.
create index matches_artist on matches (artist_id) where artist_id is not null;
create index matches_album on matches (album_id) where album_id is not null;
-- matches.by_service_id: who is this id?
create index matches_service_id on matches (service, service_id, kind);

alter table artists
    add column country        text,
    add column disambiguation text,
    -- Other names by which services and people know the artist.
    add column aliases        text[] not null default '{}',
    -- Somebody asked for news of the artist: what was fetched before is stale whatever its age, the pressings of its albums included.
    add column refresh_asked_at timestamptz;

alter table albums
    -- MusicBrainz says that it is a studio album; null when it is known from Discogs alone.
    add column studio             boolean,
    -- The album of a Discogs release that has no master and no release group.
    add column discogs_release_id bigint unique,
    -- MusicBrainz listed it and does so no longer: it was deleted there, or is no studio album of the artist after all.
    add column unlisted_at        timestamptz;
-- albums.by_master: one Discogs master may belong to several release groups.
create index albums_master on albums (discogs_master_id) where discogs_master_id is not null;

-- An album that turned out to be another: its old id still leads somewhere.
create table album_forwards (
    old_id   bigint primary key,
    album_id bigint not null references albums (id) on delete cascade
);
-- merges.forward_album: ids that led to the loser.
create index album_forwards_album on album_forwards (album_id);
