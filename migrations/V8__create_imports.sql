-- Artists wished for in bulk: by a listener's file, or by tags of Last.fm. An import is read in bounded parts, each in one transaction with
-- the place where the next one begins; what it asks for waits as wishes, of which a schedule admits so many a day.
create table imports (
    id            bigint generated always as identity primary key,
    -- Null: the operator's.
    user_id       bigint references users (id) on delete cascade,
    source        text        not null check (source in ('csv', 'tags')),
    -- csv: the file in the bucket.
    object_key    text unique check (object_key like 'imports/%'),
    -- csv: which column holds the artists, from 1, if the caller says so.
    artist_column smallint check (artist_column > 0),
    tags          text[]      not null default '{}',
    per_tag       smallint    not null default 100 check (per_tag between 1 and 1000),
    -- waiting: for its file and to be started.
    state         text        not null default 'waiting' check (state in ('waiting', 'reading', 'done', 'failed')),
    -- csv: how the file is written (`domain::imports::Layout`), found with its first part.
    layout        jsonb,
    -- csv: bytes of the file. tags: how many.
    size          bigint check (size >= 0),
    -- csv: which content was begun with; another one is another import.
    etag          text,
    -- csv: the first byte that is not read yet. tags: how many are read.
    next          bigint      not null default 0,
    -- csv: the line of that byte, from 1.
    line          bigint      not null default 1,
    rows          bigint      not null default 0,
    -- Rows by what became of them: a wish, one more row of an artist that the import names already, refused.
    wished        bigint      not null default 0,
    repeated      bigint      not null default 0,
    refused       bigint      not null default 0,
    -- Wishes that are not admitted yet.
    pending       bigint      not null default 0,
    -- The highest rating seen, which tells the scale: 5, 10, 100.
    rating_top    real,
    -- Why it failed, or what it waits for.
    note          text,
    created_at    timestamptz not null default now(),
    started_at    timestamptz,
    -- When the last part was read.
    read_at       timestamptz,
    finished_at   timestamptz,
    check (num_nonnulls(object_key, nullif(tags, '{}')) = 1)
);
-- imports.stalled: the sweep.
create index imports_reading on imports (read_at) where state = 'reading';
-- imports.ahead: who shares the day's admissions.
create index imports_pending on imports (user_id) where pending > 0;
-- imports.recent, and deleting a listener.
create index imports_user on imports (user_id, id desc);

create table wishes (
    import_id   bigint   not null references imports (id) on delete cascade,
    artist_id   bigint   not null references artists (id) on delete cascade,
    -- Who takes turns: the listener, or 0 for the operator.
    caller      bigint   not null,
    -- Line of the file, or rank among a tag's artists.
    position    integer  not null,
    -- As the file has it, on the file's own scale.
    rating      real,
    image_url   text,
    -- How many knew the artist when it was wished for.
    listeners   bigint,
    -- admitted: it was this wish that made the artist wanted. present: somebody wanted the artist already.
    state       text     not null check (state in ('waiting', 'admitted', 'present')),
    admitted_at timestamptz,
    primary key (import_id, artist_id)
);
-- imports.next_wishes: the most popular of each caller.
create index wishes_waiting on wishes (caller, listeners desc nulls last, position, artist_id) where state = 'waiting';
-- imports.allowance: what was admitted lately.
create index wishes_admitted on wishes (admitted_at) where state = 'admitted';
-- imports.settle: others who wish for the same artist.
create index wishes_artist on wishes (artist_id);

create table import_refusals (
    import_id bigint  not null references imports (id) on delete cascade,
    -- csv: where the row begins. tags: which tag, from 1.
    line      integer not null,
    reason    text    not null,
    -- The beginning of the row.
    excerpt   text    not null,
    primary key (import_id, line)
);
