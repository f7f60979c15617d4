-- How good the catalogue is, counted once a day: the tables are read whole, which a page that is looked at must not do.
create table quality_days (
    day     date   not null,
    -- What is counted: artists, albums, pressings, matches.
    subject text   not null,
    -- What it has, from whom: mbid, discogs, price, price from discogs …; of matches: "kind service state decided_by".
    feature text   not null,
    count   bigint not null check (count >= 0),
    -- Of how many.
    total   bigint not null check (total >= count),
    -- quality.of_day, quality.history: a day's, and the last days' of a feature.
    primary key (day, subject, feature)
);
