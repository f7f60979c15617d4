-- An album's offers are looked at country by country, and each look may come late or alone: of each country the newest one wins.

create table price_looks (
    album_id bigint      not null references albums (id) on delete cascade,
    provider text        not null,
    ships_to char(2)     not null,
    seen_at  timestamptz not null,
    primary key (album_id, provider, ships_to)
);
