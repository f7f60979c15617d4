"""GET /recs once more, in FastAPI and SQLAlchemy, on the same database: what P3 is compared with. Same statements, same body."""

import hashlib
import os
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import FastAPI, Header, HTTPException, Response
from pydantic import BaseModel
from sqlalchemy import (
    BigInteger, Boolean, Column, Date, DateTime, Integer, LargeBinary, MetaData, String, Table, and_, func, or_, select, true,
)  # fmt: skip
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import create_async_engine

meta = MetaData()


def table(name: str, /, **columns: Any) -> Table:
    return Table(name, meta, *(Column(column, kind) for column, kind in columns.items()))


TIME = DateTime(timezone=True)
sessions = table("sessions", token_sha256=LargeBinary, user_id=BigInteger, expires_at=TIME)
users = table("users", id=BigInteger, role=String)
profiles = table("user_profiles", user_id=BigInteger, country=String, currency=String, language=String)
sets = table("recommendation_sets", id=BigInteger, user_id=BigInteger, scorer=String, computed_at=TIME, expires_at=TIME)
items = table(
    "recommendation_items", set_id=BigInteger, rank=Integer, album_id=BigInteger, release_id=BigInteger, score=Integer, terms=JSONB
)
artists = table("artists", id=BigInteger, name=String)
albums = table(
    "albums", id=BigInteger, title=String, first_release_year=Integer, cover_url=String, artist_id=BigInteger, release_count=Integer
)
releases = table(
    "releases", id=BigInteger, discogs_id=BigInteger, country=String, year=Integer, format=String, label=String, catno=String
)
quotes = table(
    "quotes", id=BigInteger, release_id=BigInteger, provider=String, ships_to=String, sale=String, currency=String, amount=BigInteger,
    shipping=BigInteger, url=String, observed_at=TIME, ends_at=TIME, item_cents=BigInteger, delivered_low=BigInteger,
    delivered_high=BigInteger, estimated=Boolean, rate_day=Date, rank=Integer, rank_cents=BigInteger,
)  # fmt: skip
best_prices = table("album_best_price", album_id=BigInteger, ships_to=String, quote_id=BigInteger, **{"class": String})


class Delivered(BaseModel):
    low: int
    high: int | None
    estimated: bool
    text: str


class Price(BaseModel):
    amount: int
    currency: str
    text: str
    shipping: int | None
    delivered: Delivered | None
    rate_day: date | None
    provider: str
    url: str
    observed_at: datetime


class Album(BaseModel):
    id: int
    title: str
    artist_id: int
    artist_name: str
    first_release_year: int | None
    cover_url: str | None
    release_count: int


class Pressing(BaseModel):
    id: int
    discogs_id: int
    country: str | None
    year: int | None
    format: str
    label: str | None
    catno: str | None
    price: Price | None


class BestPrice(Price):
    release_id: int | None


class Rec(BaseModel):
    rank: int
    album: Album
    score: float
    terms: list[dict[str, Any]]
    reasons: list[str]
    explanation: str
    pressing: Pressing | None
    best_price: BestPrice | None


class Recs(BaseModel):
    scorer: str
    computed_at: datetime
    expires_at: datetime
    stale: bool
    items: list[Rec]


engine = create_async_engine(os.environ["DATABASE_URL"].replace("postgres://", "postgresql+asyncpg://").split("?")[0], pool_size=8)
app = FastAPI()


PRICE = ("amount", "currency", "shipping", "provider", "url", "observed_at", "delivered_low", "delivered_high", "estimated", "rate_day")


def current(user_id: int, country: str) -> Any:
    newest = select(sets).where(sets.c.user_id == user_id).order_by(sets.c.id.desc()).limit(1).cte("newest")
    first = (quotes.c.rank, quotes.c.rank_cents, quotes.c.item_cents, quotes.c.observed_at, quotes.c.id)
    goes_on = or_(quotes.c.ends_at.is_(None), quotes.c.ends_at > func.now())
    p = (
        select(quotes)
        .where(quotes.c.release_id == releases.c.id, quotes.c.sale != "auction", quotes.c.ships_to.in_([country, "ZZ"]), goes_on)
        .order_by(*first)
        .limit(1)
        .lateral("p")
    )
    b = (
        select(quotes)
        .select_from(best_prices.join(quotes, quotes.c.id == best_prices.c.quote_id))
        .where(best_prices.c.album_id == albums.c.id, best_prices.c["class"] == "cheapest", goes_on)
        .where(best_prices.c.ships_to.in_([country, "ZZ"]))
        .order_by(*first)
        .limit(1)
        .lateral("b")
    )
    return (
        select(
            newest.c.scorer, newest.c.computed_at, newest.c.expires_at, (newest.c.expires_at <= func.now()).label("expired"),
            items.c.rank, items.c.score, items.c.terms, albums.c.id.label("album_id"), albums.c.title, albums.c.first_release_year,
            albums.c.cover_url, albums.c.artist_id, artists.c.name.label("artist_name"), albums.c.release_count,
            releases.c.id.label("release_id"), releases.c.discogs_id, releases.c.country, releases.c.year, releases.c.format,
            releases.c.label, releases.c.catno, b.c.release_id.label("best_release_id"),
            *(p.c[name].label(f"p_{name}") for name in PRICE), *(b.c[name].label(f"b_{name}") for name in PRICE),
        )
        .select_from(newest)
        .outerjoin(items, items.c.set_id == newest.c.id)
        .outerjoin(albums, albums.c.id == items.c.album_id)
        .outerjoin(artists, artists.c.id == albums.c.artist_id)
        .outerjoin(releases, releases.c.id == items.c.release_id)
        .outerjoin(p, true())
        .outerjoin(b, true())
        .order_by(items.c.rank)
    )  # fmt: skip


def sentence(term: dict[str, Any]) -> str:
    because = term["because"]
    match term["kind"]:
        case "seed":
            return "By an artist you picked"
        case "rating":
            return f"Rated {because['hundredths'] / 100:g} on Discogs by {because['votes']} people"
        case "price":
            return f"Good price: {because}"
        case _:
            return f"Similar: {because}"


def text(cents: int) -> str:
    return f"{cents / 100:.2f} €"


def price(row: Any, of: str) -> dict[str, Any] | None:
    shown = {name: row._mapping[of + name] for name in PRICE}
    if shown["amount"] is None:
        return None
    low, high, estimated = shown.pop("delivered_low"), shown.pop("delivered_high"), shown.pop("estimated")
    delivered = None if low is None else Delivered(low=low, high=high, estimated=estimated, text=text(high if high else low))
    return {**shown, "text": text(shown["amount"]), "delivered": delivered}


def rec(row: Any) -> Rec:
    pressing = None
    if row.release_id is not None:
        pressing = Pressing(
            id=row.release_id, discogs_id=row.discogs_id, country=row.country, year=row.year, format=row.format, label=row.label,
            catno=row.catno, price=price(row, "p_"),
        )  # fmt: skip
    best = price(row, "b_")
    reasons = [sentence(term) for term in row.terms]
    album = Album(
        id=row.album_id, title=row.title, artist_id=row.artist_id, artist_name=row.artist_name,
        first_release_year=row.first_release_year, cover_url=row.cover_url, release_count=row.release_count,
    )  # fmt: skip
    return Rec(
        rank=row.rank, album=album, score=row.score / 100, terms=row.terms, reasons=reasons,
        explanation=" ".join(f"{reason}." for reason in reasons), pressing=pressing,
        best_price=best and BestPrice(release_id=row.best_release_id, **best),
    )  # fmt: skip


@app.get("/recs")
async def recs(authorization: Annotated[str, Header()], response: Response) -> Recs:
    digest = hashlib.sha256(authorization.removeprefix("Bearer ").encode()).digest()
    who = (
        select(users.c.id, users.c.role, profiles.c.country, profiles.c.currency, profiles.c.language)
        .select_from(sessions)
        .join(users, users.c.id == sessions.c.user_id)
        .join(profiles, profiles.c.user_id == users.c.id)
        .where(and_(sessions.c.token_sha256 == digest, sessions.c.expires_at > func.now()))
    )
    async with engine.connect() as connection:
        listener = (await connection.execute(who)).one_or_none()
        if listener is None:
            raise HTTPException(401)
        rows = (await connection.execute(current(listener.id, listener.country))).all()
    first = rows[0]
    return Recs(
        scorer=first.scorer, computed_at=first.computed_at, expires_at=first.expires_at, stale=first.expired,
        items=[rec(row) for row in rows if row.rank is not None],
    )  # fmt: skip
