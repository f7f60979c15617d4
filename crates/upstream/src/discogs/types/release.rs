//! A pressing with everything that is known of it.

/// A pressing with everything that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// Release id.
    pub id: i64,
    /// Title.
    pub title: String,
    /// Artists as printed.
    pub credit: String,
    /// The same one by one.
    pub artists: Vec<Credit>,
    /// Who else took part.
    pub credits: Vec<Credit>,
    /// Country or region in Discogs' words.
    pub country: Option<String>,
    /// Year.
    pub year: Option<i16>,
    /// `1970`, `1970-05-00` or `1970-05-18`.
    pub released: Option<String>,
    /// `Accepted`, `Draft`, ….
    pub status: Option<String>,
    /// Master it belongs to.
    pub master: Option<i64>,
    /// Average of the votes, 0 to 5; `None` without votes.
    pub rating_average: Option<f64>,
    /// Number of votes.
    pub rating_count: Option<i32>,
    /// How many have it in their collection.
    pub have: Option<i32>,
    /// How many want it.
    pub want: Option<i32>,
    /// What is played, in order, with headings.
    pub tracks: Vec<Track>,
    /// Genres.
    pub genres: Vec<String>,
    /// Styles.
    pub styles: Vec<String>,
    /// Media.
    pub formats: Vec<Format>,
    /// Labels with their catalogue numbers.
    pub labels: Vec<Label>,
    /// What happened where: pressed by, mastered at, ….
    pub companies: Vec<Company>,
    /// Series that it belongs to, with its number in each.
    pub series: Vec<Label>,
    /// Barcodes, matrix numbers and the like as printed.
    pub identifiers: Vec<Identifier>,
    /// What its contributors wrote, with Discogs' markup.
    pub notes: Option<String>,
    /// Copies for sale.
    pub for_sale: Option<i32>,
    /// Lowest price in US dollars, whatever was asked for.
    pub lowest_usd: Option<f64>,
    /// With packaging, in grams.
    pub estimated_weight: Option<i32>,
    /// Small cover; its address is signed and may die.
    pub thumb_url: Option<String>,
    /// Primary image, else the first; none without a token.
    pub image_url: Option<String>,
}

impl Release {
    /// How many tracks there are, without headings.
    pub fn track_count(&self) -> usize {
        self.tracks.iter().filter(|track| !track.heading).count()
    }
}

/// One thing that is played, or a heading above such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// `A1`, `1-03`, `B4.a`, or nothing.
    pub position: String,
    /// Title.
    pub title: String,
    /// Duration when Discogs knows it.
    pub duration_seconds: Option<i32>,
    /// Artists as printed, when they are not those of the release.
    pub credit: Option<String>,
    /// Nothing that is played: the name of a side, or of the piece whose parts follow.
    pub heading: bool,
}

/// A medium of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format {
    /// `Vinyl`, `CD`, ….
    pub name: String,
    /// How many of it.
    pub quantity: Option<i32>,
    /// `LP`, `12"`, `Reissue`, ….
    pub descriptions: Vec<String>,
    /// Free text: colour, weight, sleeve.
    pub text: Option<String>,
}

/// A label with the number that it gave to the release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Name without its number.
    pub name: String,
    /// Catalogue number.
    pub catno: Option<String>,
    /// Label id.
    pub id: Option<i64>,
}

/// A company that had a part in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Name without its number.
    pub name: String,
    /// Label id, which is what Discogs keeps companies as.
    pub id: Option<i64>,
    /// `Pressed By`, `Mastered At`, ….
    pub role: Option<String>,
}

/// A number or text on a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// `Barcode`, `Matrix / Runout`, ….
    pub kind: String,
    /// As printed or scratched.
    pub value: String,
    /// Where it stands.
    pub description: Option<String>,
}

/// An artist of a credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// As printed.
    pub name: String,
    /// Artist id.
    pub id: Option<i64>,
    /// What stands between this artist and the next.
    pub join: Option<String>,
    /// `Producer`, `Bass`, ….
    pub role: Option<String>,
    /// On which tracks, when not on all.
    pub tracks: Option<String>,
}

/// What listeners think of a release.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rating {
    /// Average of the votes, 0 to 5; `None` without votes.
    pub average: Option<f64>,
    /// Number of votes.
    pub count: Option<i32>,
}
