-- Shops where one can walk in, or which send: data, not code.
create table shops (
    id          bigint generated always as identity primary key,
    -- Its provider is shop:<slug>.
    slug        text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name        text        not null,
    city        text        not null,
    country     char(2)     not null,
    address     text,
    url         text,
    -- Where one searches in it: {query} stands for artist and title.
    search_url  text check (search_url like '%{query}%'),
    -- Its stock list, read every day; most have none.
    feed_url    text,
    feed_format text check (feed_format in ('csv', 'json')),
    -- Of prices and shipping that name no other.
    currency    char(3)     not null default 'EUR',
    -- What its list does not call otherwise is a record.
    only_vinyl  boolean     not null default true,
    -- Why its list could not be read when that was tried last.
    note        text,
    tried_at    timestamptz,
    created_at  timestamptz not null default now(),
    check (feed_url is null or feed_format is not null)
);

-- What it asks for sending a record, in minor units of its currency. Where it does not say so, shipping is unknown.
create table shop_shipping (
    shop_id  bigint  not null references shops (id) on delete cascade,
    ships_to char(2) not null,
    amount   bigint  not null check (amount >= 0),
    primary key (shop_id, ships_to)
);

-- When all that a provider has was looked at last: an older list that comes later says nothing any more.
create table stocks (
    provider text primary key,
    seen_at  timestamptz not null
);

-- The first four. Where each is, and how its site is searched, is public; what they ask for sending is not known.
insert into shops (slug, name, city, country, address, url, search_url) values
    ('marilians', 'Marilians Records', 'Madrid', 'ES', 'Calle del Noviciado 9', 'https://www.marilians.com/',
     'https://www.marilians.com/busqueda?controller=search&s={query}'),
    ('bajo-el-volcan', 'Bajo el Volcán', 'Madrid', 'ES', 'Calle del Ave María 42', 'https://www.bajoelvolcan.es/',
     'https://www.bajoelvolcan.es/busqueda/listaLibros.php?tipoBus=full&palabrasBusqueda={query}'),
    ('bora-bora', 'Discos Bora Bora', 'Granada', 'ES', 'Plaza de la Universidad 1', 'https://discosborabora.com/',
     'https://discosborabora.com/?s={query}'),
    ('revolver', 'Revólver Records', 'Barcelona', 'ES', 'Carrer dels Tallers', 'https://www.revolverrecords.es/',
     'https://www.revolverrecords.es/?s={query}&post_type=product');
