//! Shops of Madrid with their stock lists: one as CSV as a spreadsheet writes it, one as JSON.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State as Shared};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::{Value, json};

use crate::dice::{self, Dice};
use crate::faults::refusal;
use crate::reply;
use crate::state::State;
use crate::world::{GRADES, Market, Offer, Thing, World, barcode, without_number};

/// Their names in addresses.
pub(crate) const SHOPS: [&str; 5] = ["malasana", "chamberi", "lavapies", "latina", "retiro"];
/// The longest list.
const MOST: usize = 400;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new().route("/shops/{shop}/{file}", get(stock))
}

async fn stock(Shared(state): Shared<Arc<State>>, Path((shop, file)): Path<(String, String)>) -> Response {
    match file.as_str() {
        _ if !SHOPS.contains(&shop.as_str()) => refusal::page(404),
        "stock.csv" => csv(&state, &shop),
        "stock.json" => json(&state, &shop),
        _ => refusal::page(404),
    }
}

/// A line of a list.
struct Line {
    sku: String,
    artist: String,
    title: String,
    label: String,
    catno: String,
    barcode: String,
    year: u16,
    format: &'static str,
    grades: (&'static str, &'static str),
    price: f64,
    copies: u64,
}

fn csv(state: &State, shop: &str) -> Response {
    let mut text = String::from(
        "\u{feff}referencia;artista;título;sello;nº catálogo;código de barras;año;formato;estado disco;estado funda;\
         precio;moneda;unidades;vendido;url\r\n",
    );
    for line in lines(&state.world, shop, state.market()) {
        let year = if line.year == 0 { String::new() } else { line.year.to_string() };
        let price = format!("{:.2}", line.price).replace('.', ",");
        let sold = if line.copies == 0 { "sí" } else { "no" };
        let (copies, url) = (line.copies.to_string(), format!("https://{shop}.example/disco/{}", line.sku));
        let fields = [
            line.sku.as_str(),
            &entities(&line.artist),
            &entities(&line.title),
            &line.label,
            &line.catno,
            &line.barcode,
            &year,
            line.format,
            line.grades.0,
            line.grades.1,
            &price,
            "EUR",
            &copies,
            sold,
            &url,
        ];
        text.push_str(&fields.map(quoted).join(";"));
        text.push_str("\r\n");
    }
    ([(header::CONTENT_TYPE, "text/csv; charset=utf-8")], text).into_response()
}

fn json(state: &State, shop: &str) -> Response {
    let item = |line: Line| {
        json!({
            "sku": line.sku,
            "artist": entities(&line.artist),
            "title": entities(&line.title),
            "label": line.label,
            "catno": line.catno,
            "barcode": line.barcode,
            "year": if line.year == 0 { Value::Null } else { json!(line.year) },
            "format": line.format,
            "media_condition": line.grades.0,
            "sleeve_condition": line.grades.1,
            "price": format!("{:.2}", line.price).replace('.', ","),
            "currency": "EUR",
            "stock": line.copies,
            "sold": line.copies == 0,
            "url": format!("https://{shop}.example/disco/{}", line.sku),
        })
    };
    let items: Vec<Value> = lines(&state.world, shop, state.market()).into_iter().map(item).collect();
    reply::ok(&json!({"shop": shop, "currency": "EUR", "items": items}))
}

/// What a shop has, and what it sold lately: an album of ten in each shop.
fn lines(world: &World, shop: &str, market: Market) -> Vec<Line> {
    let mine = (0..world.album_count()).filter(|album| dice::hash(shop, &album.to_string()).is_multiple_of(10));
    let one_of = |album: usize| {
        let offers = world.offers(album, market);
        let place = dice::hash(shop, &format!("{album}")) % (offers.len() as u64).max(1);
        usize::try_from(place).ok().and_then(|place| offers.into_iter().nth(place))
    };
    let offers = mine.filter_map(|album| one_of(album).map(|offer| (album, offer)));
    offers.take(MOST).map(|(album, offer)| line(world, shop, album, &offer)).collect()
}

fn line(world: &World, shop: &str, album: usize, offer: &Offer) -> Line {
    let mut dice = Dice::of(shop, &offer.number.to_string());
    let facts = world.album(album);
    let release = &offer.pressing;
    let digits = if dice.chance(0.5) { barcode(release.id) } else { String::new() };
    Line {
        sku: format!("{}-{album:05}", shop.to_uppercase()),
        artist: without_number(&world.artist(facts.artists[0]).discogs_name).to_owned(),
        title: facts.title.clone(),
        label: release.label.clone(),
        catno: release.catno.split(", ").next().filter(|catno| *catno != "none").unwrap_or_default().to_owned(),
        barcode: digits,
        year: release.year(),
        format: match offer.thing {
            Thing::Cd => "CD",
            Thing::Cassette => "Casete",
            _ if release.discs > 1 => "2LP",
            _ => "LP",
        },
        grades: (GRADES[offer.grades.0].1, GRADES[offer.grades.1].1),
        price: (10.0 + 30.0 * dice.unit()).floor() + if dice.chance(0.5) { 0.9 } else { 0.95 },
        copies: if dice.chance(0.1) { 0 } else { dice.between(1, 3) },
    }
}

/// As a web shop exports its texts.
fn entities(text: &str) -> String {
    text.replace('&', "&amp;").replace('\'', "&#39;").replace('"', "&quot;")
}

/// A field that holds a separator is quoted.
fn quoted(field: &str) -> String {
    if field.contains([';', '"', '\n']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}
