-- What a pressing is, read from Discogs' format texts, so that filters and "first pressing" work; and the page of a pressing.
alter table releases
    add column records      smallint not null default 1 check (records > 0),
    add column size_inches  smallint check (size_inches in (5, 6, 7, 8, 9, 10, 11, 12, 16)),
    add column speed_rpm    smallint check (speed_rpm in (16, 33, 45, 78)),
    -- album, ep, single; null when the text does not say.
    add column kind         text check (kind in ('album', 'ep', 'single')),
    -- reissue, repress, remastered, limited, numbered, promotional, test_pressing, picture_disc, boxed, mono, stereo, club, gatefold, …
    add column traits       text[]   not null default '{}',
    add column colour       text,
    add column weight_grams smallint check (weight_grams > 0),
    -- Digits only.
    add column barcodes     text[]   not null default '{}',
    -- 1 when the master lists it, else how sure the search was.
    add column confidence   real     not null default 1 check (confidence between 0 and 1),
    -- Since when its album's listing holds it. Of two albums that list it, the newer observation wins.
    add column listed_at    timestamptz not null default now(),
    -- When the listing of its album, or Discogs, did not know it any more. The row stays, because others point to it.
    add column gone_at      timestamptz,
    -- Somebody looked at it before its page was read.
    add column details_wanted_at timestamptz,
    -- Its page was read, which says more than a list: size, colour and the like are the page's as long as the list's text is the same.
    add column detailed     boolean  not null default false,
    -- Never made again and made for sale: `domain::pressing::first`. Those of the album's first year are its first pressings.
    add column original     boolean  not null generated always as (official and not traits && array[
        'reissue', 'repress', 'remastered', 'anniversary', 'club', 'promotional', 'test_pressing', 'unofficial']) stored;
-- releases.by_barcode: which pressing is this?
create index releases_barcodes on releases using gin (barcodes) where barcodes <> '{}';

-- releases.stale_details, the sweep: those that somebody looked at.
create index releases_details_wanted on releases (details_fetched_at nulls first, id) where details_wanted_at is not null;

-- Fetched when first looked at, when in demand, or loaded in bulk; read whole with one pressing.
create table release_details (
    release_id  bigint primary key references releases (id) on delete cascade,
    -- [{"position", "title", "seconds"?, "artists"?, "heading"?}]: what is played; a heading (true) is not.
    tracks      jsonb  not null default '[]',
    -- [{"name", "discogs_id", "catno"}]
    labels      jsonb  not null default '[]',
    -- [{"name", "discogs_id", "role"}]
    companies   jsonb  not null default '[]',
    -- [{"type", "value", "description"?}]: barcodes, matrix numbers, rights societies.
    identifiers jsonb  not null default '[]',
    -- [{"name", "qty", "descriptions", "text"?}], as Discogs has them.
    formats     jsonb  not null default '[]',
    -- [{"name", "discogs_id", "join"?}]: the credit, in its order.
    artists     jsonb  not null default '[]',
    -- [{"name", "discogs_id", "role", "tracks"?}]: who else took part.
    credits     jsonb  not null default '[]',
    genres      text[] not null default '{}',
    styles      text[] not null default '{}',
    notes       text
);
