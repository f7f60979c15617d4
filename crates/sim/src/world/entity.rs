//! What the world is made of: artists, the groups of their records, and listeners.

use std::sync::Arc;

use uuid::Uuid;

/// What artists of one origin share; kept once, because a scaled world has very many artists.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scene {
    /// ISO 3166-1 code, or empty.
    pub(crate) country: String,
    pub(crate) labels: Vec<String>,
    pub(crate) genres: Vec<String>,
    pub(crate) styles: Vec<String>,
    /// Last.fm tags, the most used first.
    pub(crate) tags: Vec<String>,
}

/// What Last.fm says in `mbid`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LastfmMbid {
    /// The identifier, possibly one that MusicBrainz has merged away since.
    Given(Uuid),
    /// `"mbid":""`.
    Empty,
    /// No such key.
    Absent,
}

#[derive(Debug, Clone)]
pub(crate) struct Artist {
    /// The name at Last.fm.
    pub(crate) name: String,
    /// The name at MusicBrainz, mostly the same, sometimes in the artist's own script.
    pub(crate) mb_name: String,
    /// The name at Discogs, with its ` (2)` when there are several.
    pub(crate) discogs_name: String,
    pub(crate) mbid: Uuid,
    /// An identifier that was merged into `mbid`.
    pub(crate) merged: Option<Uuid>,
    pub(crate) lastfm_mbid: LastfmMbid,
    pub(crate) discogs_id: i64,
    /// `Group` or `Person`, or empty when unknown.
    pub(crate) kind: &'static str,
    /// Year formed or born; 0 unknown.
    pub(crate) begin: u16,
    pub(crate) note: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) listeners: u64,
    pub(crate) playcount: u64,
    pub(crate) scene: Arc<Scene>,
    /// Indexes into the albums, in the order of their creation.
    pub(crate) albums: Vec<usize>,
}

/// The kinds of release group that a browse returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Studio,
    Live,
    Compilation,
    Demo,
    Ep,
    Single,
    /// A live album that exists as bootlegs only: hidden by `release-group-status=website-default`.
    Bootleg,
}

impl Kind {
    pub(crate) fn primary(self) -> &'static str {
        match self {
            Kind::Ep => "EP",
            Kind::Single => "Single",
            _ => "Album",
        }
    }

    pub(crate) fn secondary(self) -> &'static [&'static str] {
        match self {
            Kind::Live | Kind::Bootleg => &["Live"],
            Kind::Compilation => &["Compilation"],
            Kind::Demo => &["Demo"],
            Kind::Studio | Kind::Ep | Kind::Single => &[],
        }
    }
}

/// How MusicBrainz points to Discogs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    Master,
    /// No relation: only a Discogs search finds the master.
    Nothing,
    /// A current relation and an ended one to a master that is gone.
    WithEnded,
    /// Two current relations, the right one first.
    Several,
    /// The relation names a single release.
    Release,
}

/// A MusicBrainz release group and its Discogs master.
#[derive(Debug, Clone)]
pub(crate) struct Album {
    pub(crate) mbid: Uuid,
    pub(crate) title: String,
    /// Indexes of the credited artists.
    pub(crate) artists: Vec<usize>,
    /// True year of first release; 0 unknown.
    pub(crate) year: u16,
    /// `first-release-date` as MusicBrainz has it: `""`, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub(crate) date: String,
    pub(crate) kind: Kind,
    pub(crate) link: Link,
    /// Discogs master; 0 when Discogs has none.
    pub(crate) master: i64,
    /// Collectors who have any pressing, and who want one.
    pub(crate) have: u32,
    pub(crate) want: u32,
    /// Average rating in hundredths, and votes, of the whole master.
    pub(crate) rating: u16,
    pub(crate) votes: u32,
    /// Vinyl pressings to generate.
    pub(crate) pressings: u16,
    /// Genre and style when the album's own are known.
    pub(crate) scene: Option<Arc<Scene>>,
}

/// A studio album, as a test or a report wants to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudioAlbum {
    /// The title at MusicBrainz.
    pub title: String,
    /// Release group.
    pub mbid: Uuid,
    /// True year of first release, also where MusicBrainz does not say it.
    pub year: Option<u16>,
    /// Discogs master, also where MusicBrainz does not name it.
    pub master: Option<i64>,
    /// Vinyl pressings.
    pub pressings: usize,
}

/// Somebody who listens: artist indexes with plays, most played first.
#[derive(Debug, Clone)]
pub struct Listener {
    /// The name at Last.fm.
    pub name: String,
    /// Artist names with plays, most played first.
    pub top: Vec<(String, u32)>,
}
