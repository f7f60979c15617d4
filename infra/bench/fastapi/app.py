"""GET /recs once more, in FastAPI and SQLAlchemy, on the same database: what P3 is compared with. Same statements, same body."""

import hashlib
import os
from datetime import datetime
from typing import Annotated, Any

from fastapi import FastAPI, Header, HTTPException, Response
from pydantic import BaseModel
from sqlalchemy import BigInteger, Column, DateTime, Integer, LargeBinary, MetaData, String, Table, and_, func, or_, select, true
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
prices = table(
    "prices", release_id=BigInteger, provider=String, ships_to=String, currency=String, amount=BigInteger, shipping=BigInteger,
    url=String, observed_at=TIME,
)  # fmt: skip
best_prices = table(
    "album_best_price", album_id=BigInteger, ships_to=String, currency=String, amount=BigInteger, release_id=BigInteger, observed_at=TIME
)


class Price(BaseModel):
    amount: int
    currency: str
    shipping: int | None
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


class BestPrice(BaseModel):
    release_id: int
    amount: int
    currency: str
    observed_at: datetime


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


def current(user_id: int, currency: str, country: str) -> Any:
    newest = select(sets).where(sets.c.user_id == user_id).order_by(sets.c.id.desc()).limit(1).cte("newest")
    p = (
        select(prices)
        .where(prices.c.release_id == releases.c.id, prices.c.currency == currency)
        .where(or_(prices.c.ships_to == country, prices.c.ships_to == "ZZ"))
        .order_by(prices.c.amount, prices.c.provider)
        .limit(1)
        .lateral("p")
    )
    b = (
        select(best_prices)
        .where(best_prices.c.album_id == albums.c.id, best_prices.c.currency == currency)
        .where(or_(best_prices.c.ships_to == country, best_prices.c.ships_to == "ZZ"))
        .order_by(best_prices.c.amount)
        .limit(1)
        .lateral("b")
    )
    return (
        select(
            newest.c.scorer, newest.c.computed_at, newest.c.expires_at, (newest.c.expires_at <= func.now()).label("expired"),
            items.c.rank, items.c.score, items.c.terms, albums.c.id.label("album_id"), albums.c.title, albums.c.first_release_year,
            albums.c.cover_url, albums.c.artist_id, artists.c.name.label("artist_name"), albums.c.release_count,
            releases.c.id.label("release_id"), releases.c.discogs_id, releases.c.country, releases.c.year, releases.c.format,
            releases.c.label, releases.c.catno, p.c.amount, p.c.shipping, p.c.provider, p.c.url, p.c.observed_at,
            b.c.amount.label("best_amount"), b.c.release_id.label("best_release_id"), b.c.observed_at.label("best_observed_at"),
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


def rec(row: Any, currency: str) -> Rec:
    price = pressing = best = None
    if row.amount is not None:
        price = Price(
            amount=row.amount, currency=currency, shipping=row.shipping, provider=row.provider, url=row.url, observed_at=row.observed_at
        )
    if row.release_id is not None:
        pressing = Pressing(
            id=row.release_id, discogs_id=row.discogs_id, country=row.country, year=row.year, format=row.format, label=row.label,
            catno=row.catno, price=price,
        )  # fmt: skip
    if row.best_amount is not None:
        best = BestPrice(
            release_id=row.best_release_id, amount=row.best_amount, currency=currency, observed_at=row.best_observed_at
        )
    reasons = [sentence(term) for term in row.terms]
    album = Album(
        id=row.album_id, title=row.title, artist_id=row.artist_id, artist_name=row.artist_name,
        first_release_year=row.first_release_year, cover_url=row.cover_url, release_count=row.release_count,
    )  # fmt: skip
    return Rec(
        rank=row.rank, album=album, score=row.score / 100, terms=row.terms, reasons=reasons,
        explanation=" ".join(f"{reason}." for reason in reasons), pressing=pressing, best_price=best,
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
        rows = (await connection.execute(current(listener.id, listener.currency, listener.country))).all()
    first = rows[0]
    return Recs(
        scorer=first.scorer, computed_at=first.computed_at, expires_at=first.expires_at, stale=first.expired,
        items=[rec(row, listener.currency) for row in rows if row.rank is not None],
    )  # fmt: skip
