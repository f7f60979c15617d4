//! `item/{id}`: one offer with what the seller filled in.

use std::sync::Arc;

use axum::extract::{Path, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Value, json};

use super::{Asker, error, shape};
use crate::reply;
use crate::state::State;
use crate::world::{GRADES, Offer, Thing, World, barcode, without_number};

pub(super) async fn item(Shared(state): Shared<Arc<State>>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    let asker = match Asker::read(&state, &headers) {
        Ok(asker) => asker,
        Err(refused) => return *refused,
    };
    let number = id.split('|').nth(1).and_then(|number| number.parse().ok());
    let Some(offer) = number.and_then(|number| state.world.offer_numbered(number, state.market())) else {
        return error(404, 11_001, "API_BROWSE", "The specified item Id was not found.");
    };
    let mut body = shape::common(&asker, &offer);
    body.insert("shortDescription".into(), json!(offer.title));
    body.insert("description".into(), json!(format!("<div><b>{}</b></div><script>x()</script>", offer.title)));
    body.insert("categoryId".into(), json!("176985"));
    body.insert("localizedAspects".into(), aspects(&state.world, &asker, &offer));
    reply::ok(&Value::Object(body))
}

/// In the language of the site, as far as sellers filled anything in.
fn aspects(world: &World, asker: &Asker, offer: &Offer) -> Value {
    let album = world.album(offer.album);
    let artist = without_number(&world.artist(album.artists[0]).discogs_name).to_owned();
    let [year, speed] = match asker.site.id {
        "EBAY_DE" | "EBAY_AT" | "EBAY_CH" => ["Erscheinungsjahr", "Geschwindigkeit"],
        "EBAY_ES" => ["Año de lanzamiento", "Velocidad"],
        "EBAY_FR" => ["Année de sortie", "Vitesse"],
        "EBAY_IT" => ["Anno", "Velocità"],
        _ => ["Release Year", "Speed"],
    };
    let format = match offer.thing {
        Thing::Cd => "CD",
        Thing::Cassette => "Cassette",
        _ => "Record",
    };
    let catno = offer.pressing.catno.split(", ").next().unwrap_or_default().to_owned();
    // Now and then the album's year instead of the pressing's.
    let pressed = if offer.fills("album's year", 0.1) { album.year } else { offer.pressing.year() };
    let ean = if offer.fills("no barcode", 0.35) { "Does not apply".to_owned() } else { barcode(offer.pressing.id) };
    let ean = if offer.fills("EAN", 0.4) { barcode(offer.pressing.id) } else { ean };
    let all = [
        ("Artist", artist, 0.9),
        ("Release Title", album.title.clone(), 0.8),
        ("Format", format.to_owned(), 0.9),
        ("Record Grading", GRADES[offer.grades.0].0.to_owned(), 0.7),
        ("Sleeve Grading", GRADES[offer.grades.1].0.to_owned(), 0.65),
        (year, pressed.to_string(), if pressed == 0 { 0.0 } else { 0.6 }),
        (speed, "33 RPM".to_owned(), 0.6),
        ("Record Size", "12\"".to_owned(), 0.5),
        ("Catalogue Number", catno.clone(), if catno == "none" { 0.0 } else { 0.5 }),
        ("EAN", ean, 0.6),
    ];
    let filled = all.into_iter().filter(|(name, _, share)| offer.fills(name, *share));
    filled.map(|(name, value, _)| json!({"type": "STRING", "name": name, "value": value})).collect()
}
