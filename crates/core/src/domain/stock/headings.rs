//! What shops call the columns of their lists.
use crate::domain::names::artist_key;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Key,
    Artist,
    Title,
    Price,
    Currency,
    Catno,
    Barcode,
    Year,
    Country,
    Format,
    Media,
    Sleeve,
    Copies,
    Status,
    Url,
}

/// Headings without blanks and marks, the surer first: English, Spanish, Hungarian, German, French.
const NAMES: [(Column, &str); 15] = [
    (Column::Key, "sku listingid itemid productid articleid cikkszam referencia ref codigo artikelnummer id"),
    (Column::Artist, "artist artista eloado interpret kunstler artiste interprete grupo band autor"),
    (
        Column::Title,
        "title titulo album releasetitle disco lemezcim cim titel titre termeknev nombre producto productname product name descripcion",
    ),
    (Column::Price, "price precio bruttoar precioconiva pvp preis prix prezzo ar nettoar precioeur priceeur importe"),
    (Column::Currency, "currency moneda penznem wahrung devise pricecurrency"),
    (
        Column::Catno,
        "catno catalognumber catalogno cataloguenumber catalogue catalog numerodecatalogo numerocatalogo catalogo katalogusszam katalognummer",
    ),
    (Column::Barcode, "barcode ean upc gtin ean13 gtin13 codigodebarras codigobarras vonalkod strichcode"),
    (Column::Year, "year ano releaseyear anio ev megjelenes jahr annee"),
    (Column::Country, "country pais orszag land pays"),
    (Column::Format, "format formato formatum medium media support soporte hordozo tipo"),
    (
        Column::Media,
        "mediacondition estadodisco estadodeldisco estadovinilo estadodelvinilo parameterlemezallapotatext lemezallapota lemezallapot condition estado allapot zustand etat",
    ),
    (
        Column::Sleeve,
        "sleevecondition covercondition estadofunda estadodelafunda estadoportada parameterboritoallapotatext boritoallapota boritoallapot funda",
    ),
    (
        Column::Copies,
        "stock quantity qty cantidad existencias unidades raktarkeszlet keszlet bestand copies unidadesdisponibles",
    ),
    (Column::Status, "status disponibilidad availability statusz situacion sold vendido"),
    (Column::Url, "url link enlace producturl permalink uri"),
];

/// The columns that headings name. Of two that say the same, the surer one counts, then the first.
pub(super) fn columns<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<Option<Column>> {
    let ranked: Vec<Option<(Column, usize)>> = headings.map(column).collect();
    let best = |column| ranked.iter().flatten().filter(|(c, _)| *c == column).map(|(_, rank)| *rank).min();
    let mut taken = Vec::new();
    ranked
        .iter()
        .map(|ranked| {
            let (column, rank) = (*ranked)?;
            let counts = Some(rank) == best(column) && !taken.contains(&column);
            counts.then(|| {
                taken.push(column);
                column
            })
        })
        .collect()
}

/// What a heading says, and how surely (0 is the surest).
fn column(heading: &str) -> Option<(Column, usize)> {
    let joined = artist_key(heading).replace(' ', "");
    NAMES
        .iter()
        .find_map(|(column, names)| names.split(' ').position(|name| name == joined).map(|rank| (*column, rank)))
}
